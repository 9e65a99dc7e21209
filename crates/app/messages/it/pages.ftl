## Pagine del server: chi entra, le pagine d'inizio, ciò che non riesce

role-administrator = Amministratore
role-performance-office = Ufficio performance
role-secretary-general = Segretario Generale
role-manager = Dirigente
role-indicator-owner = Referente di indicatore
role-evaluator = Valutatore
role-oiv = OIV
role-board = Giunta
role-staff = Personale

web-demo-author = Dimostrazione
web-account = Il mio profilo
web-foot-accessibility = Dichiarazione di accessibilità
web-plan-untitled = Piano senza titolo
web-findings-count = { $count ->
    [one] { $count } segnalazione
   *[other] { $count } segnalazioni
}
web-undo = Annulla la modifica
web-nav-home = Inizio
web-nav-albero = Albero
web-nav-cruscotti = Cruscotti
web-nav-pesi = Pesi
web-nav-organizzazione = Organizzazione
web-nav-monitoraggio = Monitoraggio
web-nav-verifica = Verifica
web-nav-documenti = Documenti
web-nav-registro = Registro
web-nav-persone = Persone

web-bodies-title = Scegli l'ente
web-bodies-text = In questa installazione lavorano più enti. In quale entri?
web-first-title = Primo avvio
web-first-text = Non c'è ancora nessun ente. Crea il primo, con chi lo amministra: sarà questa persona a creare gli altri accessi.
web-first-body-name = Nome dell'ente
web-first-body-name-help = Come si legge sulle pagine e sui documenti, per esempio Camera di commercio di Valdoro.
web-first-body = Nome breve
web-first-body-help = Sta negli indirizzi delle pagine: lettere minuscole, cifre e trattini, per esempio valdoro.
web-first-body-wrong = Scrivi da 2 a 40 lettere minuscole, cifre o trattini, cominciando con una lettera.
web-first-name = Ruolo o nome di chi amministra
web-first-login = Nome per entrare
web-first-mail = Posta elettronica
web-first-password = Password
web-first-password-help = Almeno { $length } caratteri: una frase è più sicura e si ricorda meglio.
web-first-create = Crea
web-field-empty = Compila questo campo.
web-password-short = Usa almeno { $length } caratteri.
web-password-long = È troppo lunga: al massimo 256 caratteri.

web-sign-in-title = Entra
web-sign-in-text = Pianificazione, monitoraggio e risultati della performance.
web-sign-in-login = Nome
web-sign-in-password = Password
web-sign-in-enter = Entra
web-sign-in-refused = Nome o password non sono giusti. Controllali e riprova.
web-sign-in-locked = Troppi tentativi. Puoi riprovare tra { $minutes ->
    [one] un minuto
   *[other] { $minutes } minuti
}.
web-sign-in-ended = La sessione è finita prima che il modulo arrivasse. Entra di nuovo: quello che avevi scritto è conservato.
web-sign-in-demo = È una dimostrazione. La password è per tutti: { $password }
web-sign-in-ready = { $role }: { $login }
web-resend-title = Quello che avevi scritto
web-resend-text = La sessione era finita, ma nulla è perduto. Controlla e invia di nuovo.
web-resend-send = Invia
web-resend-leave = Lascia perdere

web-failure-again = Invia di nuovo
web-failure-unsaved = Quello che avevi scritto è ancora qui: invialo di nuovo tra poco, senza chiudere la pagina.
web-failure-unsaved-file = Quello che avevi scritto è ancora qui: invialo di nuovo tra poco, senza chiudere la pagina. I file invece vanno allegati un'altra volta.
web-failure-home = Torna all'inizio
web-failure-not-found = Questa pagina non c'è
web-failure-not-found-help = L'indirizzo può essere cambiato, o la voce essere stata tolta dal piano. Cercala dall'inizio o con la ricerca.
web-failure-sign-in = Devi entrare
web-failure-sign-in-help = Questa pagina è per chi è entrato.
web-failure-forbidden = Il tuo ruolo non lo permette
web-failure-forbidden-help = Se ti serve, chiedilo all'amministratore del tuo ente.
web-failure-foreign = La richiesta non viene da una nostra pagina
web-failure-foreign-help = Torna alla pagina, ricaricala e invia di nuovo.
web-failure-unreadable = Non so leggere quello che è arrivato
web-failure-unreadable-help = Il modulo o il file è incompleto o rovinato. Prova a inviarlo di nuovo.
web-failure-too-large = Il file è troppo grande
web-failure-too-large-help = Riducilo o dividilo, poi invialo di nuovo. Il limite è scritto accanto al campo.
web-failure-bad-date = La data non si legge
web-failure-bad-date-help = Scegli la data dall'elenco delle scadenze.
web-failure-too-many = Troppe richieste
web-failure-too-many-help = Riprova tra { $seconds } secondi.
web-failure-conflict = Qualcuno ha cambiato la stessa voce
web-failure-conflict-help = Nulla di quello che hai scritto è perduto: torna indietro, guarda la versione nuova e scegli.
web-failure-gone = I dati non sono raggiungibili in questo momento
web-failure-gone-help = Non è stato salvato niente a metà. Riprova tra poco: la pagina torna a funzionare da sola.
web-failure-full = Non c'è più spazio per i dati
web-failure-full-help = Non è stato salvato niente a metà. Avvisa chi amministra l'installazione: serve spazio su disco.
web-failure-broken = Qualcosa non ha funzionato
web-failure-broken-help = È un errore del programma, ed è nel suo registro. Quello che era salvato è al sicuro.

web-home-title = Inizio
web-home-greeting = Buon lavoro, { $name }.
web-home-nothing = Non c'è ancora nessun piano
web-home-nothing-text = L'ufficio performance può importarne uno da un foglio di calcolo o copiarlo dall'anno scorso.
web-home-waiting = Che cosa ti aspetta
web-home-standing = Come stiamo
web-home-body = Ente
web-home-worst = Obiettivi da guardare per primi
web-home-findings-error = { $count ->
    [one] errore nel piano
   *[other] errori nel piano
}
web-home-findings-warning = { $count ->
    [one] avvertenza nel piano
   *[other] avvertenze nel piano
}
web-column-objective = Obiettivo
web-column-score = Raggiungimento
web-column-state = Stato

web-tree-page = Albero della performance
web-tree-caption = Aree, obiettivi e indicatori con peso, raggiungimento e stato
web-tree-picture = Guardalo come figura
web-tree-all = Tutte le voci del piano

web-accessibility-title = Dichiarazione di accessibilità
web-accessibility-lead = Queste pagine sono fatte per essere usate da tutti, anche con la sola tastiera, con un lettore di schermo o senza JavaScript.
web-accessibility-state = Stato di conformità
web-accessibility-state-text = Le pagine seguono le WCAG 2.1, livello AA (UNI CEI EN 301549). Ogni versione del programma è provata pagina per pagina con uno strumento automatico in un vero browser; una verifica soggettiva spetta all'ente che lo usa.
web-accessibility-how = Come sono fatte
web-accessibility-how-text = Lo stato di obiettivi e indicatori si legge da parola e simbolo, non solo dal colore. Le figure hanno una tabella con gli stessi numeri. I documenti in PDF seguono PDF/UA.
web-accessibility-say = Segnalazioni
web-accessibility-say-text = Se qualcosa non si usa bene, scrivi all'ufficio dell'ente responsabile per l'accessibilità, indicando la pagina e lo strumento che usi.

role-administrator-what = crea gli accessi e i ruoli, legge il registro; non vede né cambia i dati del piano.
role-performance-office-what = tiene il piano, apre e chiude i monitoraggi, produce i documenti.
role-secretary-general-what = vede tutto, conferma i dati e giudica.
role-manager-what = vede tutto; per la propria area e ciò che ne dipende inserisce, conferma, giudica.
role-indicator-owner-what = inserisce i consuntivi della propria struttura, con le prove.
role-evaluator-what = legge il piano; le schede individuali verranno con la valutazione individuale.
role-oiv-what = vede tutto, anche il registro; osserva e giudica, non cambia i dati.
role-board-what = legge il piano e i risultati.
role-staff-what = legge il piano e i risultati.
rights-title = Ruoli e permessi
rights-text = Questa pagina è scritta dal programma, dalla stessa tabella con cui il server decide. Una persona può avere più ruoli, ciascuno per una struttura e per un periodo; valgono insieme.
rights-column = Che cosa si può fare
rights-reach = «Propria struttura»: ciò che il piano affida a quella struttura. «Struttura e sotto»: anche ciò che è affidato a quelle che ne dipendono nell'organigramma. Un obiettivo che non nomina né strutture né responsabili è di chi dirige tutte le strutture che ne rilevano indicatori e attività; se sono di più dirigenti, di chi sta sopra di loro.
reach-nothing = –
reach-own = propria struttura
reach-below = struttura e sotto
reach-body = tutto l'ente
right-read = Leggere piano, punteggi e spiegazioni
right-edit-plan = Cambiare il piano
right-import = Importare un piano, copiarlo dall'anno prima
right-run-campaigns = Aprire, chiudere e riaprire i monitoraggi, sollecitare
right-enter = Inserire consuntivi e prove
right-confirm = Confermare i consuntivi o rinviarli
right-judge = Scrivere un giudizio accanto al dato calcolato
right-remark = Scrivere un'osservazione
right-produce = Produrre i documenti
right-read-findings = Leggere i rilievi della verifica
right-read-log = Leggere il registro delle modifiche
right-keep-accounts = Tenere accessi e ruoli
