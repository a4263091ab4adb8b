engines: sqlite
In a store that is one person's file, its owner's word confirms a talk; it says so.

  $ mask() { sed -E 's/\b[bcdfghjkmnpqrstv]{4,16}(  ) */CODE\1/g; s/\b[bcdfghjkmnpqrstv]{4,16}\b/CODE/g'; }
  $ groei init --me sanne --name "Sanne de Wit" >/dev/null
  $ groei person add amir Amir Haddad >/dev/null
  $ groei conversation plan amir today >/dev/null
  $ groei conversation acknowledge amir 2>&1 | mask
  groei: conversation CODE: it is planned, only a talk that was held can be acknowledged
  $ groei conversation hold amir --next none | mask
  Held conversation CODE: Amir Haddad, Mon 2 Mar.
  No next one planned.
  $ groei conversation acknowledge amir | mask
  Acknowledged on your word, as this store is one person's: conversation CODE: Amir Haddad, Mon 2 Mar.
  $ groei conversation show amir --json | jq -c '[.state, .acknowledged]'
  ["acknowledged","2026-03-02"]
  $ groei conversation acknowledge amir 2>&1 | mask
  groei: conversation CODE: it is acknowledged, only a talk that was held can be acknowledged
  $ groei undo
  Took back: Conversation “Mon 2 Mar · Amir Haddad”: State: held → acknowledged; Acknowledged: – → Mon 2 Mar, on behalf of Amir Haddad
