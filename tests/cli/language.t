Dutch and English, by option, locale and configuration.

  $ groei init --me sanne --name Sanne >/dev/null && groei person add amir Amir >/dev/null && groei conversation plan amir >/dev/null
  $ groei --language nl conversation show amir | grep -c 'Hoeveel energie heb je vandaag'
  1
  $ groei conversation show amir --language en | grep -c 'How much energy do you have today'
  1
  $ LANGUAGE= LC_ALL=nl_BE.UTF-8 groei conversation show amir | grep -c 'Hoeveel energie'
  1
  $ LANGUAGE=nl LC_ALL=C groei conversation show amir | grep -c 'Hoeveel energie'
  1
  $ LANGUAGE= LC_ALL= LANG=de_DE.UTF-8 groei conversation show amir | grep -c 'How much energy'
  1
  $ mkdir -p config/groei; echo 'language = nl' > config/groei/config; groei conversation show amir | grep -c 'Hoeveel energie'; rm config/groei/config
  1
  $ groei --language nl today | head -n 1 | grep -c Today
  0
  [1]
  $ groei --language nl goal add amri x 2>&1 | grep -c 'nobody is called'
  0
  [1]
  $ LC_ALL=C groei --language nl person list | head -n 1 | grep -o Naam
  Naam
  $ groei --language nl goal add amir x --stage gepland --json | jq -r .stage
  planned
  $ groei --language nl goal move -x need 2>&1 | grep -c 'is no option'
  0
  [1]

The command's own words, and so scripts, are the same in both.

  $ groei --language nl goal list --json | jq -r '.[].stage'
  planned
