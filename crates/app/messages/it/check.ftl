# Ciò che la verifica stampa attorno alle segnalazioni; le segnalazioni stanno nelle pagine delle regole.

check-clean = { $path }: nessuna segnalazione
check-also = anche { $places }
check-also-more = anche { $places } e in altri { $more } punti
check-fixable = si corregge da sé con --fix
check-silenced = Segnalazioni accettate dall'ente: { $count }
check-silenced-line = { $rule }, { $node }: { $reason }
check-silenced-decided = ({ $by })
check-fixed = { $path }: { $count ->
    [one] una segnalazione corretta
   *[other] { $count } segnalazioni corrette
}
check-nothing-to-fix = { $path }: nulla che si possa correggere da sé
check-fix-only-toml = le correzioni si applicano solo ai piani in TOML: { $path } resta com'è
check-fix-only-toml-help = Per averle: traguardo convert { $path } piano.toml, poi traguardo check --fix piano.toml; oppure correggere a mano seguendo le segnalazioni.
rules-count = { $count } regole. La pagina di una regola: traguardo rules NOME
rules-format = Le segnalazioni che cominciano con «format-» riguardano la scrittura del file e si spiegano da sé.
rules-way-out = Che fare
rules-index-title = Le regole della verifica
rules-index-text = Ciò che «traguardo check» cerca in un piano, con la pagina di ogni regola: che cosa trova, perché, come rimediare, un esempio che la fa scattare e uno che va bene. La stessa pagina si legge con «traguardo rules NOME». Questo elenco è scritto dal programma (traguardo rules --format markdown).
rules-index-error = Errori: le cifre sarebbero sbagliate o non si possono calcolare
rules-index-warning = Avvertenze: una persona deve guardare
rules-index-note = Note: utile saperlo
