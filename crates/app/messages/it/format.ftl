# Lettura dei file di piano: che cosa non si è potuto usare, dove, e come rimediare.

## Il file intero

finding-format-utf16 = Il file è scritto in UTF-16, una codifica che i file di piano non usano.
finding-format-utf16-help = Salvare il file di nuovo scegliendo la codifica UTF-8: negli editor di testo di solito si trova in «Salva con nome».

finding-format-not-utf8 = Il testo da qui in poi non è in codifica UTF-8.
finding-format-not-utf8-help = Il file è stato salvato con un'altra codifica, per esempio Windows-1252. Salvarlo di nuovo in UTF-8; se il punto indicato contiene una lettera accentata illeggibile, riscriverla.

finding-format-toml-syntax = La sintassi del TOML non è rispettata: { $text }.
finding-format-toml-syntax-help = Controllare virgolette, parentesi e segni di uguale nel punto indicato. Un testo sta tra virgolette (titolo = "…"); un nome non si scrive due volte nella stessa tabella.

finding-format-json-syntax = La sintassi del JSON non è rispettata: { $text }.
finding-format-json-syntax-help = Controllare virgole, virgolette e parentesi nel punto indicato. Il file deve essere un solo oggetto tra parentesi graffe, senza commenti né virgole finali.

finding-format-too-deep = Il file contiene parentesi annidate oltre { $known } livelli.
finding-format-too-deep-help = Un piano non ne richiede tante: è probabile che il file sia danneggiato o che non sia un piano.

finding-format-other-version = Il file dichiara la versione «{ $text }» del formato; qui si legge la versione { $known }.
finding-format-other-version-help = La lettura è proseguita come se fosse la versione { $known }. Se il file viene da una versione più recente di Traguardo, aggiornare il programma e rileggerlo.

finding-format-not-a-workbook = Il file non è un foglio di lavoro .xlsx o .ods.
finding-format-not-a-workbook-help = Il nome può ingannare: un file CSV o un documento di testo rinominato resta quello che è. Aprirlo con LibreOffice o Excel e salvarlo come .xlsx o .ods.

finding-format-workbook-old = Il foglio di lavoro è nel vecchio formato .xls.
finding-format-workbook-old-help = Aprirlo con LibreOffice o Excel e salvarlo come .xlsx o .ods.

finding-format-workbook-binary = Il foglio di lavoro è nel formato binario .xlsb.
finding-format-workbook-binary-help = Aprirlo con Excel e salvarlo come .xlsx.

finding-format-workbook-encrypted = Il foglio di lavoro è protetto da una password di apertura e non si può leggere.
finding-format-workbook-encrypted-help = Aprirlo con la password, togliere la protezione di apertura e salvarlo di nuovo. La protezione dei singoli fogli, invece, non impedisce la lettura.

finding-format-workbook-damaged = Il foglio di lavoro è danneggiato: la sua struttura interna non si può leggere.
finding-format-workbook-damaged-help = Copiare di nuovo il file dalla sua origine. Se LibreOffice o Excel riescono ad aprirlo, salvarlo con un altro nome e riprovare.

finding-format-workbook-too-large = Il foglio di lavoro supera le dimensioni che si possono leggere { $what ->
    [file] (il file è più grande di { $known } MB)
    [parts] (contiene troppe parti)
    [cells] (contiene troppe celle o troppo testo)
   *[other] (una volta decompresso è smisurato)
}.
finding-format-workbook-too-large-help = Il piano di un ente sta in pochi megabyte. Spesso la causa sono righe o immagini estranee, oppure celle vuote formattate fino in fondo al foglio: copiare solo i dati in un nuovo modello.

finding-format-workbook-full = Il piano non sta in un foglio di lavoro: un foglio ha al massimo 1.048.576 righe e 16.384 colonne.
finding-format-workbook-full-help = Scrivere il piano in TOML o in JSON, che non hanno questo limite.

finding-format-workbook-not-written = Il foglio di lavoro non si è potuto scrivere: { $text }.
finding-format-workbook-not-written-help = Scrivere il piano in TOML o in JSON e segnalare il problema, con il piano che lo provoca.

finding-format-no-known-sheet = Nessun foglio ha un nome conosciuto (ci sono: { $text }).
finding-format-no-known-sheet-help = I fogli si riconoscono dal nome, per esempio «{ $known }». Il comando «traguardo template» crea un modello con tutti i fogli e le istruzioni.

## Fogli, colonne, celle

finding-format-sheet-damaged = Il foglio «{ $sheet }» è danneggiato: si è letto fino a dove era possibile.
finding-format-sheet-damaged-help = Confrontare le ultime righe lette con quelle del foglio. Se LibreOffice o Excel riescono ad aprire il file, salvarlo con un altro nome e riprovare.

finding-format-unknown-sheet = Il foglio «{ $text }» non è stato letto: il suo nome non corrisponde a nessun foglio del piano.{ $known ->
    [none] { "" }
   *[other] { " " }Forse: { $known }.
}
finding-format-unknown-sheet-help = Se contiene dati del piano, dargli il nome che ha nel modello; se sono appunti, si può lasciare così.

finding-format-no-head = Nel foglio «{ $sheet }» non si trova la riga delle intestazioni.
finding-format-no-head-help = Una riga deve contenere i nomi delle colonne, per esempio: { $known }. Sopra può esserci un titolo; l'ordine delle colonne non conta.

finding-format-unknown-column = La colonna «{ $text }» non è stata letta: l'intestazione non è conosciuta.{ $known ->
    [none] { "" }
   *[other] { " " }Forse: { $known }.
}{ $count ->
    [none] { "" }
   *[other] { " " }Celle non lette: { $count }.
}
finding-format-unknown-column-help = Usare l'intestazione del modello. Per i valori di un periodo: «Target 31/12/2026», «Valore storico 2025», oppure «Target [nome del periodo]».

finding-format-repeated-column = La colonna «{ $text }» è scritta due volte: conta la prima.
finding-format-repeated-column-help = Togliere o rinominare la seconda. Più valori dello stesso periodo si scrivono nel foglio Valori, uno per riga.

finding-format-cells-without-head = La colonna { $column } non ha intestazione: celle non lette { $count }.
finding-format-cells-without-head-help = Scrivere l'intestazione che dice a quale campo appartengono, oppure lasciarle così se sono appunti.

finding-format-unknown-entry = La voce «{ $text }» non è conosciuta e il suo valore non è stato letto.{ $known ->
    [none] { "" }
   *[other] { " " }Forse: { $known }.
}
finding-format-unknown-entry-help = Le voci di questo foglio sono quelle del modello. Quello che non ha una voce propria può stare nelle note.

finding-format-error-cell = La cella contiene l'errore { $text } e non è stata usata.
finding-format-error-cell-help = La formula non dà un risultato: correggerla, oppure scrivere il valore al suo posto.

finding-format-formula-without-value = La cella contiene una formula mai calcolata e non è stata usata.
finding-format-formula-without-value-help = Aprire il file con LibreOffice o Excel, che calcolano le formule, e salvarlo; oppure scrivere il valore al posto della formula.

finding-format-day-in-code = Il codice è diventato una data: { $text }.
finding-format-day-in-code-help = Il foglio di calcolo ha scambiato per una data un codice come 1.1 o 3-2. Formattare la colonna come testo e riscrivere il codice.

finding-format-merged-cells = Le celle unite { $range } valgono una volta sola, nella prima: «{ $text }».
finding-format-merged-cells-help = Se il valore vale per più scadenze o per più righe, separare le celle e scriverlo in ciascuna.

finding-format-merged-filled = Le celle unite { $range } valgono per tutte le loro righe: «{ $text }».
finding-format-merged-filled-help = Non occorre fare nulla se è ciò che si intendeva; altrimenti separare le celle.

finding-format-heading-row = La riga «{ $text }» è stata intesa come un titolo e non come un dato.
finding-format-heading-row-help = Se è un dato, separare le celle unite e scriverlo nella sua colonna.

finding-format-missing-text = La cella rimanda a un testo lungo che non c'è: { $text }.
finding-format-missing-text-help = I testi più lunghi di una cella stanno nel foglio «Testi lunghi», che manca o ha perso delle righe. Recuperarlo, oppure scrivere il testo nella cella.

finding-format-cell-syntax = La cella non si può leggere come un elenco di parti: «{ $text }».
finding-format-cell-syntax-help = Quote per mese: 6 = 50; 9 = 75. Impegno: [{"{"} unit = "servizio", persons = "2" {"}"}].

finding-format-value-of-nothing = Alla riga manca l'elemento o il tipo di valore: non si sa a che cosa appartenga.
finding-format-value-of-nothing-help = Nel foglio Valori ogni riga dice a che cosa appartiene (per esempio indicator:1.1/2) e che tipo di valore è (Target, Consuntivo…).

finding-format-unknown-role = «{ $text }» non è un tipo di valore di questo elemento.
finding-format-unknown-role-help = Si può scegliere tra: { $known }.

## Record e campi

finding-format-unknown-kind = «{ $text }» non è un genere di dati del piano e non è stato letto.{ $known ->
    [none] { "" }
   *[other] { " " }Forse: { $known }.
}
finding-format-unknown-kind-help = I nomi ammessi sono quelli dello schema pubblicato. Controllare come è scritto il nome tra parentesi quadre.

finding-format-not-a-record = Qui ci si aspetta un elemento con i suoi campi («{ $kind }»), non un testo o un numero.
finding-format-not-a-record-help = In TOML si scrive [[{ $kind }]] seguito dai campi; in JSON un oggetto tra parentesi graffe.

finding-format-repeated-record = Un piano ha una sola parte «{ $kind }», e qui è scritta un'altra volta: i suoi campi sostituiscono quelli di prima.
finding-format-repeated-record-help = Riunire i campi in una parte sola.

finding-format-empty-record = L'elemento «{ $kind }» è vuoto e non è stato tenuto.
finding-format-empty-record-help = Riempirlo o toglierlo. Se i suoi campi non si sono potuti leggere, gli altri avvisi dicono perché.

finding-format-unknown-field = Il campo «{ $text }» non è conosciuto e non è stato letto.{ $known ->
    [none] { "" }
   *[other] { " " }Forse: { $known }.
}
finding-format-unknown-field-help = I nomi dei campi sono quelli dello schema pubblicato. Quello che non ha un campo proprio può stare in «note».

finding-format-repeated-field = Il campo «{ $field }» è scritto due volte: conta la prima.
finding-format-repeated-field-help = Togliere la seconda, oppure riunire i due valori in uno.

finding-format-repeated-key = La chiave «{ $text }» è già di un altro elemento; qui si usa «{ $key }».
finding-format-repeated-key-help = Due elementi dello stesso genere non possono avere la stessa chiave: i rimandi non saprebbero quale indicare. Cambiarne una e controllare i rimandi.

finding-format-repeated-code = Il codice «{ $text }» si ripete; per distinguere, questo elemento si chiama «{ $key }».
finding-format-repeated-code-help = Se i documenti stampano davvero due volte lo stesso codice, dare a uno dei due una chiave propria (campo «id», colonna Chiave) e usarla nei rimandi.

finding-format-unknown-reference = «{ $text }» nel campo «{ $field }» non corrisponde a nessun elemento del piano.
finding-format-unknown-reference-help = Si cercano la chiave o il codice tra: { $kinds }. Controllare come è scritto; se più generi hanno lo stesso codice, metterne il nome davanti, per esempio objective:1.1.

finding-format-ambiguous-reference = «{ $text }» nel campo «{ $field }» può indicare { $count } elementi diversi.
finding-format-ambiguous-reference-help = Scrivere la chiave, oppure il genere davanti al codice (objective:1.1, area:1). Si è cercato tra: { $kinds }.

finding-format-not-a-text = Nel campo «{ $field }» ci si aspetta un testo, non un elenco o una tabella.
finding-format-not-a-text-help = Scrivere un solo testo tra virgolette.

finding-format-not-a-list = Nel campo «{ $field }» ci si aspetta un elenco.
finding-format-not-a-list-help = In TOML e JSON un elenco sta tra parentesi quadre; in una cella le voci si separano con il punto e virgola.

finding-format-not-a-map = Nel campo «{ $field }» ci si aspettano più parti, ciascuna con il suo nome.
finding-format-not-a-map-help = In TOML: {"{"} 6 = "50", 9 = "75" {"}"}. In JSON un oggetto tra parentesi graffe.

finding-format-not-a-number = «{ $text }» nel campo «{ $field }» non si può leggere come numero; il testo resta.
finding-format-not-a-number-help = Per esempio 33,33 · 1.771 · 70,5% · € 15.530. La virgola separa i decimali. Se il valore manca, lasciare vuoto.

finding-format-not-a-day = «{ $text }» nel campo «{ $field }» non si può leggere come data; il testo resta.
finding-format-not-a-day-help = Per esempio 31/12/2026, 31.12.2026 o 2026-12-31.

finding-format-not-a-year = «{ $text }» nel campo «{ $field }» non è un anno.
finding-format-not-a-year-help = Quattro cifre, per esempio 2026. Più anni, in un elenco: 2026; 2027; 2028.

finding-format-not-a-month = «{ $text }» nel campo «{ $field }» non è un mese.
finding-format-not-a-month-help = I mesi si scrivono con il loro numero, da 1 a 12.

finding-format-repeated-month = Il mese { $text } è scritto due volte nel campo «{ $field }»: conta la prima.
finding-format-repeated-month-help = Togliere la seconda.

finding-format-not-yes-no = «{ $text }» nel campo «{ $field }» non è né sì né no.
finding-format-not-yes-no-help = Scrivere sì o no (in TOML e JSON true o false), oppure lasciare vuoto.

finding-format-not-a-choice = «{ $text }» nel campo «{ $field }» non è tra i valori ammessi.
finding-format-not-a-choice-help = I valori ammessi sono: { $allowed }. Nei fogli di lavoro si scelgono, in italiano, dall'elenco della cella.

finding-format-repeated-name = Il nome «{ $text }» è scritto due volte nello stesso oggetto: vale la prima.
finding-format-repeated-name-help = Togliere una delle due, o unirle: più valori stanno in un elenco tra parentesi quadre.
