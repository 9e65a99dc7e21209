# Lettura di ciò che le persone scrivono: target, consuntivi, verso degli indicatori.

finding-reading-target-ambiguous = Il target «{ $text }» si può leggere in più modi e non viene valutato.{ $known ->
    [yes] { " " }Potrebbe significare: { $readings }.
   *[no] { "" }
}
finding-reading-target-ambiguous-help = Scrivere accanto al target la lettura che conta, nel campo «reading» (per esempio: reading = "almeno 10"); il testo resta come è. Se il target chiede più risultati insieme, scomporlo in parti, ciascuna con il proprio target.

finding-reading-actual-ambiguous = Il consuntivo «{ $text }» si può leggere in più modi e non viene valutato.{ $known ->
    [yes] { " " }Potrebbe significare: { $readings }.
   *[no] { "" }
}
finding-reading-actual-ambiguous-help = Scrivere accanto al consuntivo il valore che conta, nel campo «reading»; il testo resta come è. Chi redige può anche indicare il totale nel testo: «totale 163» prevale sugli altri numeri.

finding-reading-actual-without-figure = Il consuntivo «{ $text }» non contiene un valore misurabile, mentre il target ne chiede uno.
finding-reading-actual-without-figure-help = Indicare il valore rilevato (per esempio «12» o «70,5%»), oppure lo stato dell'attività nel campo «state» se il valore non è ancora disponibile.

finding-reading-target-not-of-kind = Il target «{ $text }» non si può leggere come { $kind ->
    [at_least] «almeno»
    [at_most] «al massimo»
    [exactly] «esattamente»
    [between] intervallo
    [change] variazione percentuale
    [yes_no] sì / no
    [by_date] scadenza
    [milestone] risultato descritto
    [benchmark] confronto con una media
    [completion] percentuale di completamento
    [all_of] insieme di parti
    [observed] valore osservato
    [postponed] rinvio
   *[undefined] target da definire
}, che è il tipo scritto sull'indicatore.
finding-reading-target-not-of-kind-help = Correggere il tipo di target dell'indicatore (campo «target_kind»), oppure scrivere nel campo «reading» del target la lettura che conta.

finding-reading-target-described = L'unità di misura è «{ $unit }», ma il target «{ $text }» descrive un risultato: lo giudicherà una persona e non entra nel calcolo come numero.
finding-reading-target-described-help = Se si attende un numero, scriverlo (per esempio «almeno 3 incontri»); se si attende davvero un risultato descritto, indicare target_kind = "milestone" o l'unità «SI/NO».

finding-reading-target-as-of = Il target «{ $text }» porta la data di un dato rilevato: potrebbe essere un consuntivo stampato al posto del target.
finding-reading-target-as-of-help = Verificare il documento: se è un consuntivo, spostarlo tra i risultati e scrivere il target che era stato approvato.

finding-reading-comparator-strict = «{ $text }» è letto come { $value }: il valore stesso non basta.
finding-reading-comparator-strict-help = Se anche il valore indicato basta a raggiungere il target, scrivere «almeno» o «al massimo» («≥», «≤»).

finding-reading-year-assumed = In «{ $text }» manca l'anno: è stato preso quello della scadenza di rilevazione ({ $value }).
finding-reading-year-assumed-help = Se l'anno è un altro, scrivere la data per esteso, per esempio «30/06/2024».

finding-reading-dot-decimal = Il punto in «{ $text }» è letto come separatore decimale: { $value }.
finding-reading-dot-decimal-help = Per evitare dubbi usare la virgola per i decimali («69,5%») e il punto solo per le migliaia («1.771»).

finding-reading-state-unknown = Lo stato «{ $state }» non è tra quelli riconosciuti.
finding-reading-state-unknown-help = Usare uno di questi: non avviato, in corso, sospeso, in attesa, rinviato, completato. Il resto si può scrivere nella nota.

finding-reading-completion-unreadable = La percentuale di completamento «{ $completion }» non si può leggere.
finding-reading-completion-unreadable-help = Scrivere una percentuale, per esempio «50%».

finding-reading-achievement-unreadable = Il consuntivo «{ $text }» è indicato come percentuale di raggiungimento, ma non contiene una percentuale.
finding-reading-achievement-unreadable-help = Scrivere la percentuale (per esempio «98,5%»), oppure togliere l'indicazione «achievement» se il valore è una misura.

finding-reading-override-unreadable = La valutazione motivata «{ $text }» non contiene una percentuale e non entra nel punteggio.
finding-reading-override-unreadable-help = Scrivere la percentuale attribuita, per esempio «80%», e il motivo nella nota.

finding-reading-direction-derived = Il verso dell'indicatore non è scritto: è inteso che { $direction ->
    [lower] un valore più basso è migliore
   *[higher] un valore più alto è migliore
}, { $from ->
    [comparator] secondo il segno di confronto di un target
    [sign] secondo il segno di una variazione attesa
    [threshold] secondo la soglia dell'indice di salute collegato
    [unit] perché l'unità di misura è un tempo
    [name] secondo il nome dell'indicatore
   *[default] come per gli indicatori che non dicono altro
}.
finding-reading-direction-derived-help = Se è giusto non occorre fare nulla. Per scriverlo: direction = "higher" (più alto è meglio) o direction = "lower" (più basso è meglio).

finding-reading-direction-doubtful = Il verso dell'indicatore non è scritto ed è inteso che un valore più alto è migliore, ma il nome contiene «{ $word }».
finding-reading-direction-doubtful-help = Se un valore più basso è migliore scrivere direction = "lower" sull'indicatore; altrimenti scrivere direction = "higher" per confermare.

finding-reading-direction-contradicted = { $from ->
    [written] Secondo quanto è scritto sull'indicatore
    [comparator] Secondo il segno di confronto di un target
    [sign] Secondo il segno di una variazione attesa
    [threshold] Secondo la soglia dell'indice di salute collegato
    [unit] Secondo l'unità di misura
   *[name] Secondo il nome dell'indicatore
} { $direction ->
    [lower] un valore più basso è migliore
   *[higher] un valore più alto è migliore
}, ma { $hint ->
    [comparator] il segno di confronto di un target
    [sign] il segno di una variazione attesa
    [threshold] la soglia dell'indice di salute collegato
    [unit] l'unità di misura
   *[name] il nome
} fa intendere il contrario.
finding-reading-direction-contradicted-help = Verificare quale delle due indicazioni è giusta e scrivere il verso sull'indicatore, oppure correggere il target.

finding-reading-change-suspected = Il target «{ $text }» è letto come livello da raggiungere, ma { $source ->
    [name] il nome dell'indicatore parla di «{ $hint }»
   *[baseline] il valore di partenza «{ $hint }» non è una percentuale
}: forse si intende una variazione.
finding-reading-change-suspected-help = Se è una variazione rispetto al valore di partenza scrivere target_kind = "change" sull'indicatore; se è un livello scrivere target_kind = "at_least" (o "at_most") per confermare.
