# Punteggi: stati, andamento, motivi, parti e ciò che va detto delle cifre.

state-measured = misurato
state-to-measure = da rilevare
state-missing = mancante
state-not-due = non dovuto
state-neutralised = sterilizzato
state-not-evaluable = non valutabile
state-replaced = sostituito
state-removed = eliminato
state-unweighted = senza peso
state-proposed = proposta

outlook-reached = raggiunto
outlook-on-course = in linea
outlook-late = in ritardo
outlook-to-measure = da rilevare
outlook-not-reached = non raggiunto

reason-no-actual = nessun consuntivo
reason-not-comparable = non confrontabile
reason-no-date = manca la data
reason-to-judge = da giudicare
reason-state-only = solo uno stato, nessun valore
reason-bound-proves-nothing = il limite indicato non prova il target
reason-ambiguous-actual = consuntivo ambiguo
reason-no-baseline = manca il valore iniziale
reason-no-target = nessun target nell'anno
reason-ambiguous-target = target ambiguo
reason-observed = solo rilevazione
reason-postponed = rinviato
reason-undefined = target da definire
reason-no-series = manca il valore di confronto
reason-no-parts = mancano le parti
reason-no-weight = pesi tutti a zero
