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
