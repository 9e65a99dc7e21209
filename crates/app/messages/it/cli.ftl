## Riga di comando

cli-about = Traguardo: il ciclo della performance degli enti pubblici. Legge un piano con i suoi consuntivi, calcola ogni punteggio in modo esatto e spiega ogni cifra.
cli-after = Esempi:
    {"  "}traguardo demo                             prova tutto sui piani di esempio
    {"  "}traguardo template piano.xlsx              crea il foglio di calcolo da compilare
    {"  "}traguardo check piano.xlsx                 verifica il piano prima di approvarlo
    {"  "}traguardo score piano.xlsx                 calcola i punteggi
    {"  "}traguardo explain piano.xlsx 1.1           spiega come nasce una cifra
    {"  "}traguardo convert piano.xlsx piano.toml    passa da un formato all'altro
    {"  "}traguardo document piano piano.xlsx -o piano.pdf
    {"  "}                                           prepara il documento da pubblicare

    Esito: 0 tutto bene, 1 segnalazioni al livello di --deny o sopra, 2 dati inutilizzabili.
cli-usage = Uso:
cli-usage-of = traguardo COMANDO … [--lang it|en]
cli-commands = Comandi
cli-arguments = Argomenti
cli-options = Opzioni
cli-possible-values = valori possibili:

cli-score-usage = traguardo score PIANO [--at DATA] [--view VISTA]… [--format text|json|csv]
cli-score = Calcola i punteggi di un piano a una data
cli-score-long = Calcola i punteggi di un piano a una data: ente, aree, prospettive, obiettivi, indicatori, responsabili, cruscotti.

    Senza --at la data è l'ultima scadenza che ha almeno un consuntivo, altrimenti la prima. Senza --view stampa tutto il piano. I numeri sono esatti: si arrotonda solo in stampa.
cli-explain-usage = traguardo explain PIANO VOCE [--at DATA] [--format text|json]
cli-explain = Spiega come nasce una cifra, fino a ciò che qualcuno ha scritto
cli-explain-long = Spiega come nasce il punteggio di una voce del piano, in passi che si rifanno a mano: pesi, punteggi, ciò che è escluso e perché, target e consuntivo come sono scritti.

    La voce si indica con il suo codice (1.1), con la chiave (1.1/2 è l'indicatore 2 dell'obiettivo 1.1), oppure con tipo e chiave (area:1, responsible:SG). body è l'ente.
cli-convert-usage = traguardo convert ENTRATA USCITA [--force]
cli-convert = Converte un piano tra foglio di calcolo, TOML e JSON
cli-convert-long = Converte un piano tra foglio di calcolo (.xlsx), TOML e JSON senza perdere nulla. Legge anche .ods. Il formato si riconosce dal nome del file.
cli-template-usage = traguardo template USCITA.xlsx [--force]
cli-template = Crea il foglio di calcolo da compilare
cli-template-long = Crea un foglio di calcolo vuoto con istruzioni, intestazioni, elenchi a discesa e righe di esempio, da compilare con LibreOffice o Excel.
cli-diff-usage = traguardo diff VECCHIO NUOVO [--format text|json]
cli-diff = Mostra che cosa cambia tra due piani
cli-diff-long = Mostra che cosa cambia tra due piani, anche di formati diversi: voci aggiunte, tolte, modificate, campo per campo.
cli-document-usage = traguardo document GENERE PIANO -o FILE [--at DATA] [--node VOCE] [--from DATA | --with PIANO] [--draft] [--force]
cli-document = Prepara i documenti ufficiali: PDF accessibile, HTML, DOCX, dati in XLSX
cli-document-long = Prepara un documento ufficiale del piano. Il formato si riconosce dal nome del file: .pdf, .html, .docx, .xlsx.

    Generi: piano, monitoraggio, relazione; scheda di un obiettivo e cruscotto di un servizio, dirigente o prospettiva (con --node); confronto tra due date o due piani (con --from o --with). Con all scrive tutto l'insieme nella cartella indicata con -o.

    Le parti senza contenuto sono tralasciate; con --draft sono segnate come mancanti, con la filigrana di bozza.
cli-demo-usage = traguardo demo [--dir CARTELLA] [--serve [--listen INDIRIZZO:PORTA]]
cli-demo = Prova tutto sui piani di esempio, nella cartella traguardo-demo
cli-demo-long = Scrive nella cartella traguardo-demo i piani di esempio in tutti i formati, i loro punteggi, le spiegazioni, la verifica e i documenti in PDF, e ne stampa il riassunto.
cli-schema-usage = traguardo schema
cli-schema = Stampa lo JSON Schema del file di piano
cli-schema-long = Stampa lo JSON Schema del file di piano, utile agli editor e ad altri programmi.
cli-help = Mostra questo aiuto
cli-help-command = Mostra l'aiuto di un comando
cli-version = Mostra la versione

cli-arg-plan = File del piano: .toml, .json, .xlsx o .ods
cli-arg-node = La voce: codice, chiave o tipo:chiave
cli-arg-in = File da leggere
cli-arg-out = File da scrivere: .toml, .json o .xlsx
cli-arg-out-xlsx = File .xlsx da scrivere
cli-arg-old = Piano di partenza
cli-arg-new = Piano di arrivo
cli-arg-at = Data a cui calcolare, per esempio 2026-06-30 o 30/6/2026
cli-arg-view = Che cosa stampare; si può ripetere
cli-arg-kind = piano, monitoraggio, relazione, scheda, cruscotto, confronto, oppure all per tutti
cli-arg-output = File da scrivere (.pdf, .html, .docx, .xlsx); una cartella per all
cli-arg-draft = Bozza: filigrana, e le parti mancanti segnate
cli-arg-with = Piano di partenza del confronto
cli-arg-from = Data di partenza del confronto
cli-arg-format = Formato di uscita
cli-arg-depth = Quanti livelli spiegare; senza, tutti
cli-arg-lang = Lingua dei messaggi
cli-arg-deny = Esce con stato 1 se ci sono segnalazioni di questo livello o più gravi
cli-arg-show = Le segnalazioni da stampare: da questo livello in su
cli-arg-force = Sovrascrive il file se c'è già
cli-arg-dir = Cartella in cui scrivere

cli-error = errore
cli-hint = che fare
cli-severity-error = errore
cli-severity-warning = avvertenza
cli-severity-note = nota
cli-unknown-argument = non conosco l'argomento «{ $argument }»
cli-unknown-command = non conosco il comando «{ $argument }»
cli-did-you-mean = forse intendevi «{ $suggestion }»
cli-missing-argument = manca { $argument }
cli-missing-command = manca il comando
cli-bad-value = «{ $value }» non va bene per { $argument }
cli-allowed-values = valori possibili: { $values }
cli-too-many-values = { $argument } è scritto più volte di quante se ne possano usare
cli-see-help = per l'aiuto: { $command } --help
cli-bad-date = non so leggere la data «{ $text }»
cli-bad-date-help = scrivila come 2026-06-30 o 30/6/2026
cli-cannot-read = non riesco a leggere il file { $path }: { $cause }
cli-cannot-read-help = controlla il nome e i permessi del file
cli-no-such-file = il file { $path } non esiste
cli-no-such-file-help = controlla il nome e la cartella; per cominciare da un modello: traguardo template piano.xlsx
cli-is-a-directory = { $path } è una cartella, non un file
cli-is-a-directory-help = indica il file del piano dentro la cartella
cli-file-too-large = il file { $path } è troppo grande: { $size } MB, mentre il massimo è { $limit } MB
cli-file-too-large-help = un piano completo di cinquemila indicatori occupa pochi MB: controlla che sia il file giusto
cli-cannot-write = non riesco a scrivere { $path }: { $cause }
cli-cannot-write-help = controlla la cartella e i permessi
cli-file-exists = il file { $path } esiste già
cli-file-exists-help = scegli un altro nome, oppure aggiungi --force per sovrascriverlo
cli-unknown-format = non so scrivere il formato di { $path }
cli-unknown-format-help = usa un nome che finisca in .toml, .json o .xlsx
cli-unknown-node = nel piano non c'è la voce «{ $text }»
cli-unknown-node-help = le voci più vicine: { $near }
cli-unknown-node-help-none = usa un codice o una chiave che «traguardo score» stampa nella prima colonna
cli-ambiguous-node = «{ $text }» indica più voci: { $nodes }
cli-ambiguous-node-help = scrivi una di queste, con il suo tipo
cli-unusable = { $path } non si può usare

cli-summary = { $path }: { $errors ->
    [0] nessun errore
    [one] 1 errore
   *[other] { $errors } errori
 }, { $warnings ->
    [0] nessuna avvertenza
    [one] 1 avvertenza
   *[other] { $warnings } avvertenze
 }, { $notes ->
    [0] nessuna nota
    [one] 1 nota
   *[other] { $notes } note
 }
cli-summary-hidden = per vedere anche quelle non stampate: --show note
cli-place-line = riga { $line }, colonna { $column }
cli-place-cell = foglio { $sheet }, cella { $cell }
cli-written = scritto { $path }
cli-working = sto leggendo { $path }…
cli-working-score = sto calcolando…
cli-working-demo = sto preparando la dimostrazione…

## Documenti

cli-document-form = non so in che formato scrivere { $path }
cli-document-form-help = il nome del file deve finire in .pdf, .html, .docx o .xlsx
cli-document-which = manca la voce di cui fare il documento «{ $kind }»
cli-document-which-help = indicarla con --node, per esempio --node 1.1
cli-document-wrong-node = di «{ $text }» non si fa il documento «{ $kind }»
cli-document-wrong-node-help = la scheda è di un obiettivo; il cruscotto è di un cruscotto, responsabile, prospettiva, area, programma o finalità
cli-document-unset = il documento non si può comporre: { $cause }
cli-document-unset-help = è un difetto del programma, oppure il logo non è un'immagine valida: provare senza logo e segnalarlo
cli-document-errors = { $count ->
        [one] il piano ha un errore: il documento può contenere cifre sbagliate
       *[other] il piano ha { $count } errori: il documento può contenere cifre sbagliate
    }
cli-document-errors-help = traguardo check { $path }
cli-document-glyphs = caratteri che i nostri tipi non hanno, stampati come �: { $characters }
cli-document-glyphs-help = sostituirli nel piano con lettere o parole
cli-document-logo = il logo { $path } non si può usare
cli-document-logo-help = deve essere un file PNG, JPEG o SVG nella stessa cartella del piano, fino a 5 MB
cli-document-other = per il confronto serve un'altra data o un altro piano
cli-document-other-help = indicare --from DATA oppure --with PIANO
cli-document-written = { $count } documenti scritti nella cartella { $path }

## Punteggi

scores-title = { $body } – { $title }
scores-at = al { $at }
scores-at-checkpoint = al { $at } (scadenza del { $checkpoint })
scores-before-first = al { $at }: prima della prima scadenza, nulla è dovuto
scores-no-checkpoint = il piano non ha scadenze
scores-column-name = Voce
scores-column-weight = Peso
scores-column-score = Punteggio
scores-column-state = Stato
scores-column-outlook = Andamento
scores-column-progress = Avanzamento
scores-column-notes = Osservazioni
scores-coverage = copertura { $coverage }
scores-incomplete = incompleto
scores-provisional = provvisorio
scores-not-counted = non conta qui
scores-without-overrides = { $score } senza valutazioni motivate

scores-csv-view = vista
scores-csv-level = livello
scores-csv-id = chiave
scores-csv-kind = tipo
scores-csv-code = codice
scores-csv-title = titolo
scores-csv-weight = peso
scores-csv-counted = conta
scores-csv-score = punteggio_percento
scores-csv-state = stato
scores-csv-outlook = andamento
scores-csv-progress = avanzamento_percento
scores-csv-coverage = copertura_percento
scores-csv-incomplete = incompleto
scores-csv-provisional = provvisorio
scores-csv-yes = sì
scores-csv-no = no

view-body = Ente
view-areas = Aree strategiche
view-perspectives = Prospettive
view-programmes = Programmi
view-purposes = Finalità
view-responsibles = Responsabili
view-dashboards = Cruscotti
view-agency = Azienda speciale
view-national = Obiettivi nazionali
view-sheets = Schede individuali
view-others = Senza collocazione

## Confronto

diff-same = nessuna differenza
diff-added = aggiunto
diff-removed = tolto
diff-changed = modificato
diff-summary = { $added } aggiunte, { $removed } tolte, { $changed } modificate
diff-nothing = (nulla)

## Dimostrazione

demo-title = Ho scritto i piani di esempio e i loro punteggi nella cartella { $path }
demo-column-plan = Piano
demo-column-objectives = Obiettivi
demo-column-indicators = Indicatori
demo-column-at = Data
demo-column-score = Punteggio dell'ente
demo-column-findings = Errori / avvertenze
demo-next = Per continuare:
demo-next-check = traguardo check { $path }
demo-next-score = traguardo score { $path }
demo-next-explain = traguardo explain { $path } body
demo-next-open = apri { $path } con LibreOffice o Excel
demo-next-document = leggi { $path }, il piano come si pubblica


## Verifica

cli-check-usage = traguardo check PIANO… [--format text|json|sarif] [--deny error|warning|note] [--explain] [--fix]
cli-check = Verifica un piano e ne segnala le contraddizioni
cli-check-long = Verifica un piano come si rilegge una bozza prima della Giunta: pesi, target, valori storici, unità, codici, risorse, norme. Ogni segnalazione dice dove, perché e che fare.

    Senza --show stampa errori e avvertenze; le note con --show note. Una segnalazione esaminata e lasciata com'è si scrive nel piano con il suo motivo ([[silence]]).
cli-rules-usage = traguardo rules [NOME] [--format text|markdown]
cli-rules = Elenca le regole della verifica, o ne spiega una
cli-rules-long = Elenca le regole della verifica con la loro gravità. Con un nome stampa la pagina della regola: che cosa trova, perché, come rimediare, un esempio che la fa scattare e uno che va bene.
cli-arg-rule = Nome della regola, come sta tra parentesi quadre nella segnalazione
cli-arg-explain = Dopo le segnalazioni spiega le regole che sono scattate
cli-arg-fix = Applica le correzioni meccaniche e sicure (solo TOML) e mostra che cosa cambia
cli-unknown-rule = non c'è una regola che si chiami «{ $name }»
cli-unknown-rule-help = «traguardo rules» le elenca tutte; le più simili: { $near }

cli-serve-usage = traguardo serve [--config FILE] [--data CARTELLA] [--listen INDIRIZZO:PORTA]
cli-serve = Avvia il server dell'ente
cli-serve-long = Avvia il server: piano, assegnazioni e monitoraggio nel browser, per tutto l'ente. I dati stanno nella cartella traguardo-dati, o nel PostgreSQL di DATABASE_URL. Le impostazioni si leggono dal file e dall'ambiente (docs/guida/server.md).
cli-arg-serve = Apre il server sugli esempi, con un accesso pronto per ogni ruolo
cli-arg-listen = Indirizzo e porta su cui rispondere, per esempio 127.0.0.1:8085
cli-arg-config = File delle impostazioni (TOML)
cli-arg-data = Cartella dei dati
cli-serving = Traguardo risponde su { $address } – Ctrl-C per fermarlo.
cli-serving-demo = Accessi pronti, uno per ruolo (sono elencati dove si entra); password: { $password }
cli-cannot-listen = non riesco a rispondere su { $address }: { $cause }
cli-cannot-listen-help = scegli un altro indirizzo con --listen, o ferma il programma che lo usa
cli-settings-file = il file delle impostazioni non si legge: { $cause }
cli-settings-file-help = controlla il percorso e che sia scritto in TOML, una riga «nome = "valore"» per impostazione
cli-settings-unknown = non conosco l'impostazione «{ $name }»
cli-settings-unknown-help = le impostazioni sono elencate in docs/guida/server.md
cli-settings-value = l'impostazione «{ $name }» ha un valore che non capisco: «{ $value }»
cli-settings-value-help = i valori possibili sono in docs/guida/server.md
cli-database = la banca dati non si apre: { $cause }
cli-database-help = controlla la cartella o l'indirizzo, i permessi e che il server di banca dati sia avviato
cli-database-newer = la banca dati è di una versione più nuova del programma ({ $found }; questo programma arriva a { $known })
cli-database-newer-help = usa la versione più nuova del programma; i dati non sono stati toccati
cli-database-full = non c'è più spazio per la banca dati
cli-database-full-help = libera spazio sul disco e riprova
