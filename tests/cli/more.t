Lists that do not fit a page say how much is left out, and what shows all of it.

  $ groei init --me sanne --name "Sanne de Wit" >/dev/null && groei person add amir "Amir Haddad" >/dev/null
  $ { for i in $(seq 205); do echo "[ ] @sanne promise $i by 2026-03-03"; done; for i in $(seq 203); do echo "[ ] @amir promise $i by 2026-03-01"; done; } | groei conversation log amir --day 2026-02-01 --notes - --next none >/dev/null
  $ groei today | grep -v ' promise '
  Today, Mon 2 Mar
  (eol)
  Talks (1)
    ! Sun 1 Mar    overdue, yesterday           amir  Amir Haddad, last talk 4 weeks ago, none planned
  (eol)
  My actions (205)
      and 5 more: groei today --full
  (eol)
  Overdue actions of others (203)
      and 3 more: groei today --full
  $ groei today --json | jq -c '[.more, (.actions | length)]'
  [{"talks":0,"actions":8,"goals":0,"stalled":0,"learning":0,"heard":0,"watch":0,"drafts":0},400]
  $ groei today --full | grep -c ' promise '; groei today --full --json | jq -c '[.more, (.actions | length)]'
  408
  [{"talks":0,"actions":0,"goals":0,"stalled":0,"learning":0,"heard":0,"watch":0,"drafts":0},408]
  $ groei prep amir | grep -E 'more:|promised'; groei prep amir --json | jq -c '[.more, (.promised | length), (.theirs | length)]'
  You promised
      and 5 more: groei prep amir --full
  Amir Haddad promised
      and 3 more: groei prep amir --full
  [{"promised":5,"theirs":3,"done":0,"goals":0},200,200]
  $ groei prep amir --full --json | jq -c '[.more, (.promised | length), (.theirs | length)]'
  [{"promised":0,"theirs":0,"done":0,"goals":0},205,203]
  $ groei --language nl prep amir | grep 'en nog'
      en nog 5: groei prep amir --full
      en nog 3: groei prep amir --full
