## Pagine di lettura: colonne degli elenchi

web-reading-all = Tutti
web-reading-actual = Consuntivo
web-reading-area = Area strategica
web-reading-cluster-mean = Media del cluster
web-reading-code = Codice
web-reading-day = Alla data
web-reading-decided = Deciso da, quando
web-reading-digest = Impronta (SHA-256)
web-reading-document = Documento
web-reading-evidence = Documentazione
web-reading-field = Campo
web-reading-findings = Segnalazioni
web-reading-holder = Di chi è
web-reading-index = Indice
web-reading-indicator = Indicatore
web-reading-indicators = Indicatori
web-reading-last-year = Prima
web-reading-late = In ritardo
web-reading-level = Livello
web-reading-made = Prodotto
web-reading-measure = Unità di misura
web-reading-message = Segnalazione
web-reading-missing = Da inviare
web-reading-objective = Obiettivo
web-reading-objectives = Obiettivi
web-reading-perspective = Prospettiva
web-reading-promised = Documentazione prevista
web-reading-reason = Motivo
web-reading-responsible = Responsabile
web-reading-result = Com'è andata
web-reading-returned = Rinviati
web-reading-revision = Revisione del piano
web-reading-rule = Regola
web-reading-score = Raggiungimento
web-reading-severity = Gravità
web-reading-state = Stato
web-reading-step = Passo e scadenza
web-reading-target = Target
web-reading-thing = Voce
web-reading-title = Titolo
web-reading-to-measure = Da rilevare
web-reading-type = Tipologia
web-reading-unit = Struttura
web-reading-value = Ultimo valore
web-reading-view = Vista
web-reading-way-out = Come rimediare
web-reading-weight = Peso

## Come stanno gli indicatori

web-standing-reached = { $count ->
    [one] { $count } raggiunto
   *[other] { $count } raggiunti
}
web-standing-on-course = { $count } in linea
web-standing-late = { $count } in ritardo
web-standing-not-reached = { $count ->
    [one] { $count } non raggiunto
   *[other] { $count } non raggiunti
}
web-standing-to-measure = { $count } da rilevare
web-standing-left-out = { $count ->
    [one] { $count } escluso
   *[other] { $count } esclusi
}
web-standing-none = Nessun indicatore

## Le pagine d'inizio, per ruolo

web-home-by = entro il { $day }
web-home-change = { $points } punti dal { $day }
web-home-contradicting = { $count ->
    [one] giudizio contraddice i numeri
   *[other] giudizi contraddicono i numeri
}
web-home-deadline-campaign = Fine della rilevazione in corso
web-home-deadline-checkpoint = Rilevazione dei consuntivi
web-home-deadline-next = Prossima scadenza
web-home-deadline-plan = Adozione del piano
web-home-deadline-report = Relazione sulla performance approvata e validata
web-home-deadlines = Scadenze dell'anno
web-home-documents = Documenti
web-home-due = { $count ->
    [one] indicatore da rilevare
   *[other] indicatori da rilevare
}
web-home-enter-all = Rileva tutti
web-home-health = Salute economico-finanziaria
web-home-health-alarming = da seguire: nella soglia di attenzione
web-home-health-fine = nella norma
web-home-health-unknown = nessun valore
web-home-history = Che cosa è cambiato
web-home-history-text = Ogni modifica è nel registro, con chi, quando e perché; il confronto dice che cosa è cambiato nei risultati.
web-home-installation = Accessi e installazione
web-home-installation-text = Accessi attivi: { $accounts }. Piani: { $plans }.
web-home-import = Importa un piano
web-home-copy = Copia un piano
web-home-empty = Il piano è ancora vuoto
web-home-empty-text = Comincia dall'albero: aree, obiettivi, indicatori. Tutto il resto ne discende.
web-home-empty-tree = Vai all'albero
web-home-judgements = Giudizi che contraddicono i numeri
web-home-late = { $count ->
    [one] { $count } in ritardo
   *[other] { $count } in ritardo
}
web-home-late-objectives = { $count ->
    [one] obiettivo in ritardo o non raggiunto
   *[other] obiettivi in ritardo o non raggiunti
}
web-home-locked = { $count ->
    [one] accesso bloccato per troppi tentativi
   *[other] accessi bloccati per troppi tentativi
}
web-home-managers = Dirigenti e responsabili
web-home-missing-by-person = Che cosa manca, per responsabile
web-home-my-indicators = I miei indicatori
web-home-my-indicators-none = Il piano non affida indicatori alla tua struttura.
web-home-my-objectives = I miei obiettivi
web-home-my-score = Il mio risultato
web-home-my-weights = I pesi: { $responsible }
web-home-my-weights-caption = Obiettivi assegnati con il loro peso
web-home-national = Indicatori nazionali e media del cluster
web-home-nobody = Senza responsabile
web-home-not-sent = { $count ->
    [one] consuntivo non ancora inviato
   *[other] consuntivi non ancora inviati
}
web-home-outside = Fuori dalle aree
web-home-plain-late = In ritardo rispetto a quanto previsto.
web-home-plain-left-out = Non si valuta a questa data.
web-home-plain-not-reached = Non è stato raggiunto.
web-home-plain-on-course = Procede come previsto.
web-home-plain-reached = È stato raggiunto.
web-home-plain-to-measure = Il risultato non è ancora stato rilevato.
web-home-progress = Avanzamento della rilevazione per area
web-home-returned = { $count ->
    [one] consuntivo rinviato con un commento
   *[other] consuntivi rinviati con un commento
}
web-home-sample = Campione della documentazione
web-home-silenced = { $count ->
    [one] segnalazione accettata dall'ente
   *[other] segnalazioni accettate dall'ente
}
web-home-step-confirmed = confermato
web-home-step-due = da rilevare
web-home-step-entered = rilevato, da inviare
web-home-step-returned = rinviato
web-home-step-sent = inviato
web-home-to-confirm = { $count ->
    [one] consuntivo da confermare
   *[other] consuntivi da confermare
}
web-home-to-enter = Da rilevare
web-home-unproved = { $count ->
    [one] consuntivo senza documentazione
   *[other] consuntivi senza documentazione
}
web-home-variations = { $count ->
    [one] variazione in attesa di approvazione
   *[other] variazioni in attesa di approvazione
}
web-home-without-proof = Consuntivi senza documentazione
web-home-no-office = Nessuno è ancora l'ufficio performance: crea il suo accesso
web-home-no-office-note = È l’ufficio che importa o comincia il piano; chi amministra non lo modifica.
web-home-without-role = { $count ->
    [one] accesso senza alcun ruolo
   *[other] accessi senza alcun ruolo
}

## Figure, cruscotti, spiegazioni

web-picture-tree = Albero della performance: figura
web-picture-text = Ogni riquadro porta alla sua scheda. Si stampa su un foglio A3 orizzontale.
web-picture-map = Mappa strategica
web-picture-map-text = Una fascia per prospettiva, con i legami fra gli obiettivi. Ogni riquadro porta alla sua scheda. Si stampa su un foglio A3 orizzontale.
web-picture-list = Le stesse cose come elenco
web-picture-to-map = Guarda la mappa strategica
web-picture-to-tree = Guarda l'albero
web-picture-to-list = Torna all'albero
web-picture-objectives = Obiettivi per prospettiva
web-picture-nothing = Non c'è ancora niente da disegnare
web-picture-nothing-text = La figura si fa da sé quando il piano ha obiettivi; la mappa quando hanno una prospettiva.
web-dashboards-title = Cruscotti
web-dashboards-indicators = Come stanno gli indicatori
web-dashboards-nothing = Non ci sono ancora cruscotti
web-dashboards-nothing-text = Ne avranno uno le aree, le prospettive, i servizi e i responsabili, appena il piano li contiene.
web-dashboard-title = Cruscotto: { $of }
web-dashboard-open = Apri il cruscotto
web-dashboard-document = Produci il documento
web-dashboard-compose = Scegli gli indicatori
web-dashboard-nothing = Qui non c'è ancora niente da misurare
web-dashboard-nothing-text = Nessun obiettivo e nessun indicatore vi contribuisce.
web-explained-title = Spiegazione: { $thing }
web-explained-text = Il calcolo, passo per passo, fino a ciò che qualcuno ha scritto. Ogni riga si apre; i valori portano al loro campo.
web-explained-figure = Il risultato
web-explained-above = Entra nel calcolo di:
web-explained-out = Che cosa non entra, e perché
web-explained-how = Come si arriva al risultato
web-explained-sheet = Apri la scheda
web-explained-weight = peso { $weight }
web-explained-left-out = fuori dal calcolo: { $why }
web-explained-without = { $thing }: { $why }

## Elenchi, ricerca, confronto

web-export-csv = CSV
web-export-xlsx = foglio di calcolo
web-lists-all = Tutto
web-lists-objectives = Tutti gli obiettivi
web-lists-indicators = Tutti gli indicatori
web-lists-objectives-count = { $shown } di { $all } obiettivi
web-lists-indicators-count = { $shown } di { $all } indicatori
web-lists-objectives-none = Nessun obiettivo
web-lists-indicators-none = Nessun indicatore
web-lists-none-text = Nessuna voce risponde ai filtri: toglierne uno.
web-lists-nothing = Il piano non ne contiene ancora.
web-lists-page = { $from }–{ $to } di { $all }
web-lists-columns = Colonne
web-lists-columns-show = Mostra queste colonne
web-search-title = Cerca
web-search-title-of = Cerca: { $text }
web-search-field = Che cosa cerchi
web-search-help = Codici, titoli, nomi e ogni altro testo del piano; maiuscole e accenti non contano.
web-search-ask = Scrivi che cosa cerchi
web-search-none = Niente con «{ $text }»
web-search-none-text = Prova con una parola sola, o con un codice.
web-search-count = { $count ->
    [one] { $count } voce trovata
   *[other] { $count } voci trovate
}
web-search-others = Negli altri piani dell'ente
web-search-other = { $plan }: { $count }
web-comparison-title = Confronto
web-comparison-with = Confronta con
web-comparison-same = questo piano, a un'altra data
web-comparison-last = data propria del piano
web-comparison-from = Da
web-comparison-to = A
web-comparison-rows = Mostra tutte le { $count } righe
web-comparison-do = Confronta
web-comparison-document = Produci il documento
web-comparison-nothing = Prima di questa data non c'è niente
web-comparison-nothing-text = Scegli due date, o un altro piano dell'ente.

## Verifica

web-findings-title = Verifica del piano
web-findings-shown = { $shown } di { $all } segnalazioni
web-findings-of = Voce: { $thing }
web-findings-severity-error = Errore
web-findings-severity-warning = Avvertenza
web-findings-severity-note = Nota
web-findings-nothing = Nessuna segnalazione
web-findings-nothing-text = La verifica non ha trovato niente da dire su questo piano.
web-findings-none = Nessuna segnalazione con questi filtri
web-findings-fix = Correggi: { $change }
web-findings-accept = Accetta con un motivo
web-findings-accept-title = Accettare la segnalazione
web-findings-accept-about = Vale per: { $thing }.
web-findings-accept-plan = Vale per questa regola in tutto il piano.
web-findings-accept-listed = Sarà nell'elenco delle segnalazioni accettate, che i documenti stampano per l'OIV.
web-findings-reason = Perché va bene così
web-findings-reason-help = Lo leggerà l'OIV: il fatto o l'atto che lo spiega.
web-findings-accept-do = Accetta
web-findings-accepted = Segnalazioni accettate
web-findings-whole-plan = tutto il piano
web-done-finding-mended = Corretto.
web-done-finding-accepted = Segnalazione accettata: è nell'elenco in fondo, con il suo motivo.
web-done-finding-gone = Quella segnalazione non c'è più: il piano è cambiato.
web-rules-title = Regole della verifica
web-rules-text = Che cosa cerca la verifica, con il motivo, il rimedio e gli esempi di ogni regola.
web-rule-way-out = Come rimediare

## Documenti

web-documents-title = Documenti
web-documents-at = con i dati al { $day }
web-documents-offered = Che cosa si può produrre
web-documents-piano = Obiettivi, indicatori e target del triennio, con l'albero, la mappa e i cruscotti.
web-documents-monitoraggio = Come stanno obiettivi e indicatori alla data scelta, con scostamenti e variazioni.
web-documents-relazione = I risultati dell'anno, spiegati e documentati, per la Giunta e per la validazione dell'OIV.
web-documents-parts = { $there } parti su { $all } hanno contenuto
web-documents-missing = Che cosa manca
web-documents-choose = Produci
web-documents-new = Produci un documento
web-documents-kind = Documento
web-documents-kind-piano = Piano della performance
web-documents-kind-monitoraggio = Monitoraggio
web-documents-kind-relazione = Relazione sulla performance
web-documents-kind-scheda = Scheda di un obiettivo
web-documents-kind-cruscotto = Cruscotto
web-documents-kind-confronto = Confronto
web-documents-form = Formato
web-documents-form-pdf = PDF accessibile
web-documents-form-html = Pagina web (HTML)
web-documents-form-docx = Testo da modificare (DOCX)
web-documents-form-xlsx = Foglio di calcolo con i dati (XLSX)
web-documents-day = Con i dati al
web-documents-thing = Di quale voce
web-documents-thing-help = Solo per una scheda o un cruscotto.
web-documents-no-thing = tutto il piano
web-documents-from = A partire da
web-documents-from-help = Solo per un confronto: la data di prima.
web-documents-draft = Bozza
web-documents-draft-help = Con la scritta BOZZA e con l'elenco di ciò che manca.
web-documents-produce = Produci e conserva
web-documents-wrong = Scegli una delle voci dell'elenco.
web-documents-which = Scegli di quale voce.
web-documents-other-thing = Questo documento non si fa per questa voce: una scheda è di un obiettivo, un cruscotto di un'area, di una prospettiva, di un servizio o di un responsabile.
web-documents-from-which = Scegli la data di prima, o un altro piano.
web-documents-running = In preparazione:
web-documents-kept = Documenti conservati
web-logo-title = Logo dei documenti
web-logo-none = I documenti non portano alcun logo.
web-logo-missing = Il piano nomina «{ $name }», che qui non c'è: finché non lo alleghi i documenti non lo portano.
web-logo-used = I documenti portano questo logo; per non usarlo più svuota il campo Logo tra i dati dell'ente.
web-logo-limits = Un file .svg o .png, fino a 1 MB.
web-logo-file = File del logo
web-logo-keep = Usa questo logo
web-logo-empty = Scegli il file del logo.
web-logo-large = Il file è più grande di 1 MB.
web-logo-kind = Ci vuole un disegno SVG senza script, immagini o altri file dentro, oppure un'immagine PNG fino a 16 milioni di punti.
web-done-logo = Logo salvato: lo portano i documenti che produci da adesso.
web-documents-nothing = Nessun documento è stato ancora prodotto
web-documents-nothing-text = I documenti prodotti restano qui, con l'impronta, la revisione del piano e chi li ha prodotti.
web-documents-current = il piano è ancora questo
web-documents-changed-since = il piano è cambiato dopo
web-documents-never = mai prodotto
web-documents-making = Documento in preparazione
web-documents-making-text = La pagina si aggiorna da sé. Puoi anche andartene: il documento resta fra quelli conservati.
web-documents-again = Aggiorna
web-documents-back = Torna ai documenti
web-documents-failed = Il documento non è stato prodotto.
web-documents-stopped = La preparazione si è interrotta: riprova.
web-documents-step-waiting = in coda
web-documents-step-composing = composizione
web-documents-step-setting = impaginazione
web-documents-step-keeping = conservazione
web-done-document = Il documento è pronto: è il primo fra quelli conservati.
