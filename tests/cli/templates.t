engines: sqlite postgresql
Question templates and the rules of words: checking, the lint, files of one's own, the guard.

  $ groei init --me sanne --name Sanne >/dev/null; groei person add amir Amir >/dev/null
  $ groei template list --json | jq length
  26
  $ groei conversation plan amir fri --format review --json | jq -r .template
  review
  $ groei template show review --json | jq -r '[.questions[] | select(.skip == false) | .id, .section] | join(" ")'
  professional-growth professional-growth

All that is shipped passes; what does not is told with its place, and the answer is no.

  $ groei template check --lint
  26 templates looked at, 0 found.
  $ cp "$TESTDIR/../data/lint/poor.yaml" .; groei template check --lint poor.yaml
  poor.yaml:12:20: closed question: “Gaat” in closed
              text: {nl: Gaat het goed?,
                         ^
      Whoever can say yes or no need not tell anything.
      Start with what, how, where, who or which.
  poor.yaml:13:15: closed question: “Is” in closed
                en: Is it going well?}
                    ^
      Whoever can say yes or no need not tell anything.
      Start with what, how, where, who or which.
  poor.yaml:18:37: two questions in one: “en wat” in double
                  Wat ging er deze maand, en
                                          ^
      Of two questions in one, only one gets an answer.
      Make two questions of it, or move the second one to the hint.
  poor.yaml:28:36: health: “ziek” in health
              text: {nl: Hoe vaak was je ziek?, en: How often?}
                                         ^
      An employer may not record data about health, not even with consent.
      Ask about the work instead, or leave the question out.
  poor.yaml:31:33: health: “burn-out” in health
                - {id: b, label: {nl: burn-out, en: often}}
                                      ^
      An employer may not record data about health, not even with consent.
      Ask about the work instead, or leave the question out.
  1 template looked at, 5 found.
  [1]
  $ groei template check poor.yaml micro
  poor.yaml: good. Template poor, version 1, 1 sections, 4 questions.
  micro: good. Template micro, version 1, 1 sections, 3 questions.
  $ groei template check --lint micro poor.yaml --json | jq -c '.[] | [.file, .valid, (.findings | map(.rule))]'
  ["micro",true,[]]
  ["poor.yaml",true,["closed","closed","double","health","health"]]
  $ groei --language nl template check --lint poor.yaml | head -n 5
  poor.yaml:12:20: gesloten vraag: “Gaat” in closed
              text: {nl: Gaat het goed?,
                         ^
      Wie ja of nee kan zeggen, hoeft niet te vertellen.
      Begin met wat, hoe, waar, wie of welke.
  $ printf 'id: x\n' > x.yaml; groei template check --lint x.yaml micro 2>&1 | head -n 2
  2 templates looked at, 0 found.
  groei: x.yaml:1:1: the template has no key "version", expected a whole number from 1 to 1000000
  $ groei template check nowhere
  groei: nowhere: no such template, “groei template list” shows them
  [3]
  $ groei template check --rules | groei template check - 2>&1 | head -n 1
  groei: -: no such template, “groei template list” shows them

A template of one's own: made once, from a short one or from another, and used.

  $ groei template new mine | sed 's/ .*home/ ~/'
  Made ~/config/groei/templates/mine.yaml. Change it in any editor, then: groei template check mine
  $ groei template new mine 2>&1 | sed 's/: .*home/: ~/'
  groei: ~/config/groei/templates/mine.yaml is there already, change that or choose another id
  $ groei template new growth --from growth >/dev/null && groei template list --json | jq -c '.[] | select(.layer == "user") | [.id, .questions]'
  ["growth",11]
  ["mine",3]
  $ groei template check --lint mine growth
  2 templates looked at, 0 found.
  $ groei template new ours --from stalled --output - | head -n 4
  # Made from the template stalled, version 1. Keep the ids of questions whose meaning stays:
  # their answers are followed by them.
  id: ours
  version: 1
  $ groei template new Ours
  groei: template new: “Ours” cannot be an id, write at most 64 of a-z, 0-9, - and _
  [4]
  $ groei template new ours --from stald
  groei: stald: no such template, did you mean “stalled”?
  [3]
  $ groei template new ours --output ours.yaml
  groei: template new: --output takes only -, for standard output
  [2]

The guard warns on standard error and stops nobody.

  $ groei jot amir "Was ill again, common sense won" 2>&1 | sed 's/ [b-z]*: Was/ CODE: Was/'
  Noted moment CODE: Was ill again, common sense won.
  groei: “ill” tells about health. Write only what you agree about the work: “fewer hours for now, we look again in March”. An employer may not record data about health, not even with consent.
  $ groei jot amir "Common sense in a stressful week" 2>&1 >/dev/null
  $ groei goal add amir "Present to the church board" --json 2>&1 >/dev/null | jq -r .warning.message
  “church” tells about religion or belief. Note what was agreed, not the reason: “Friday afternoon off”. What somebody believes is no business of the employer, and is specially protected.
  $ groei --language nl jot amir "zwangerschapsverlof vanaf mei" 2>&1 >/dev/null
  groei: “zwangerschapsverlof” gaat over zwangerschap en gezinsplannen. Noteer alleen de periode, als afwezigheid zonder reden: “groei absence add”. Zwangerschap en kinderwens mogen bij geen enkele beslissing over werk een rol spelen.
  $ groei conversation log amir --day yesterday --notes "[ ] @amir ask the trade union by fri" --next none 2>&1 >/dev/null
  groei: “trade union” tells about union membership. Note the subject that was discussed, and leave the union out. Being a member of a union is a right; recording it is forbidden.
  $ groei words "Her faith, his migraine"
  Her faith: religion or belief
    What somebody believes is no business of the employer, and is specially
    protected.
    Note what was agreed, not the reason: “Friday afternoon off”.
  migraine: health
    An employer may not record data about health, not even with consent.
    Write only what you agree about the work: “fewer hours for now, we look again
    in March”.
  [1]
  $ groei words "Gezond verstand"
  Nothing found.
  $ echo "zijn vakbond" | groei words - --json | jq -c 'map([.rule, .found])'
  [["union","vakbond"]]
  $ groei --language nl words | head -n 5
  Woorden die beter niet in een notitie staan (built-in:guard.yaml)
  (eol)
  gezondheid, 181 woorden
    Gegevens over gezondheid mag een werkgever niet vastleggen, ook niet met
    toestemming.
  $ groei words --json | jq -c '[.path, (.rules | map(.id))]'
  ["built-in:guard.yaml",["health","pregnancy","religion","union","politics","orientation","origin"]]

A file of one's own holds; a wrong one is passed over, and told.

  $ groei words --new > copy.yaml && groei words --file copy.yaml
  copy.yaml: good.
  $ printf 'version: 1\nlanguages: [en]\nrules:\n  - {id: own, title: a client, why: Clients read along., suggest: Use the code., words: {en: [acme*]}}\n' > config/groei/guard.yaml; groei jot amir "Was ill at Acmecorp" 2>&1 >/dev/null
  groei: “Acmecorp” tells about a client. Use the code. Clients read along.
  $ groei words --json | jq -r '.rules[].id'
  own
  $ printf 'version: 1\nlanguages: [en]\nrules: none\n' > config/groei/guard.yaml; groei jot amir "Was ill" 2>&1 >/dev/null | sed 's/ [^ ]*guard/ guard/'
  groei: guard.yaml:3:8: rules: found "none", expected a list of rules (passed over until it is mended)
  groei: “ill” tells about health. Write only what you agree about the work: “fewer hours for now, we look again in March”. An employer may not record data about health, not even with consent.
  $ groei words --file config/groei/guard.yaml
  groei: config/groei/guard.yaml:3:8: rules: found "none", expected a list of rules
      rules: none
             ^
  [4]

A file that cannot be a template is passed over, and named.

  $ ln -s /etc/passwd "$XDG_CONFIG_HOME/groei/templates/linked.yaml"
  $ groei template list | grep 'left out' | sed "s|$XDG_CONFIG_HOME|CONFIG|"
  ! left out: CONFIG/groei/templates/linked.yaml: found a link, expected a regular file
