## Accessi, profilo, registro

role-rpct = Responsabile anticorruzione e trasparenza (RPCT)
role-auditor = Revisore dei conti
role-accessibility-officer = Responsabile dell'accessibilità
role-working-group = Componente di un gruppo di lavoro
rights-function = funzione nominata dall'ente: dice chi è la persona; legge come il personale, e chi deve fare altro ha un ruolo in più.

web-people-title = Persone
web-people-text = Chi entra, con quali ruoli, per quale struttura e da quando.
web-people-caption = Accessi dell'ente
web-people-new = Nuovo accesso
web-people-new-title = Chi è
web-people-new-help = La prima password la scrive il programma e la mostra una volta sola. Altri ruoli si aggiungono dopo.
web-people-create = Crea l'accesso
web-people-save = Salva
web-people-any = tutti
web-people-choose = scegli
web-people-count = { $count } di { $all } accessi
web-people-filter-q = Nome, accesso o posta
web-people-filter-ruolo = Ruolo
web-people-filter-stato = Stato
web-people-column-name = Nome
web-people-column-login = Nome per entrare
web-people-column-roles = Ruoli di oggi
web-people-column-mail = Posta elettronica
web-people-column-state = Stato
web-people-state-active = attivo
web-people-state-locked = bloccato
web-people-state-no-password = senza password
web-people-state-disabled = disattivato
web-people-locks = Bloccati adesso
web-people-locks-help = Dopo troppe password sbagliate si aspetta. Il blocco finisce da solo; se hai riconosciuto la persona, puoi toglierlo.
web-people-lock-login = Accesso
web-people-lock-address = Indirizzo di rete
web-people-locked = { $failures } tentativi sbagliati, fino al { $until }
web-people-lift = Togli il blocco
web-body-title = Nome dell'ente
web-body-help = Si legge in cima alle pagine e dove si entra.

web-people-details = Dati
web-people-name = Nome o ruolo
web-people-name-help = Come si legge sulle pagine e nel registro.
web-people-login = Nome per entrare
web-people-login-help = Minuscolo, senza spazi.
web-people-mail = Posta elettronica
web-people-mail-help = Per i solleciti dei monitoraggi.
web-people-language = Lingua
web-people-language-any = quella del browser
web-people-too-long = È troppo lungo: al massimo 120 caratteri.
web-people-login-wrong = Usa al massimo 120 caratteri, senza spazi.
web-people-login-taken = È già di un altro accesso: scegline uno diverso.
web-people-mail-wrong = Non è un indirizzo di posta, come nome@ente.it.
web-people-is-disabled = Questo accesso è disattivato: nessuno può entrare con esso.

web-people-roles = Ruoli
web-people-roles-help = Valgono insieme. Un ruolo che finisce resta scritto; quello dato per errore si toglie.
web-people-roles-none = Nessun ruolo: entra, ma non vede nulla.
web-people-time-always = senza scadenza
web-people-time-from = dal { $from }
web-people-time-until = fino al { $until }
web-people-time-from-until = dal { $from } al { $until }
web-people-role-fine = Finisce oggi
web-people-role-togli = Togli
web-people-role-title = Aggiungi un ruolo
web-people-role-give = Aggiungi
web-people-role = Ruolo o funzione
web-people-role-help = Più persone possono avere lo stesso ruolo per la stessa struttura.
web-people-unit = Struttura
web-people-unit-help = Per dirigenti e referenti: il ruolo vale per essa (e per i dirigenti anche per ciò che ne dipende).
web-people-whole-body = tutto l'ente
web-people-from = Dal
web-people-from-help = Vuoto: da subito.
web-people-until = Al
web-people-until-help = Ultimo giorno. Vuoto: senza scadenza.
web-people-reason = Motivo
web-people-reason-help = Stai cambiando i tuoi permessi: resta nel registro, con il motivo.
web-people-role-unknown = Scegli un ruolo dell'elenco.
web-people-unit-unknown = Scegli una struttura dell'elenco.
web-people-unit-needed = Scegli la struttura di cui risponde.
web-people-day-wrong = La data non si legge.
web-people-until-before = Finisce prima di cominciare.
web-people-reason-needed = Chi amministra e si dà accesso ai dati ne scrive il motivo.
web-people-last-administrator = È l'ultimo amministratore senza scadenza: prima danne il ruolo a un altro.

web-people-password = Nuova password
web-people-password-help = Per chi l'ha dimenticata. Il programma ne scrive una, la mostra una volta sola e chiude le sessioni aperte; chi entra la cambia.
web-people-password-make = Scrivi una nuova password
web-people-password-title = Password da consegnare
web-people-password-text = Consegnala a { $name }, di persona o per una via sicura.
web-people-password-once = Si vede solo adesso: il programma non la conserva. Chi entra con essa viene portato a cambiarla.
web-people-password-kept = Fatto
web-people-disable = Disattiva l'accesso
web-people-disable-help = Nessuno entra più con esso e le sue sessioni si chiudono; ciò che ha fatto resta.
web-people-enable = Riattiva l'accesso
web-people-enable-help = Potrà di nuovo entrare, con la password di prima.

web-sessions-title = Sessioni aperte
web-sessions-none = Nessuna.
web-sessions-one = Dal { $begun }
web-sessions-this = Questa, dal { $begun }
web-sessions-seen = usata il { $seen }, finisce al più tardi il { $ends }
web-sessions-close = Chiudi
web-sessions-close-all = Chiudi tutte
web-sessions-own-help = Se non ne riconosci una, chiudila e cambia la password.
web-sessions-leave-all = Esci da tutte, anche da questa

web-profile-details = I miei dati
web-profile-login = Entri con il nome { $login }; lo cambia solo chi amministra.
web-profile-password = Password
web-profile-old = Password di adesso
web-profile-new = Password nuova
web-profile-again = Password nuova, ancora
web-profile-password-change = Cambia la password
web-profile-old-wrong = Non è quella di adesso.
web-profile-old-locked = Troppi tentativi: aspetta qualche minuto.
web-profile-again-wrong = Le due password nuove non sono uguali.
web-profile-roles-help = Li dà chi amministra gli accessi.

web-lock-author = Il server
web-lock-mail-subject = Il tuo accesso a Traguardo è bloccato fino alle { $hour }
web-lock-mail-greeting = Buongiorno { $name },
web-lock-mail-what = per il tuo nome di accesso «{ $login }» ({ $body }) è stata scritta troppe volte una password sbagliata. Per questo non si può entrare con quel nome fino alle { $hour } del { $day }; dopo, entri come sempre e la tua password resta quella che hai.
web-lock-mail-do = Se non sei stato tu, avvisa chi amministra gli accessi dell'ente: può togliere il blocco prima e darti una password nuova. Nessuno ti chiederà mai la password per posta.

web-done-account-change = Dati salvati.
web-done-account-disable = Accesso disattivato, sessioni chiuse.
web-done-account-enable = Accesso riattivato.
web-done-grant-add = Ruolo aggiunto.
web-done-grant-end = Il ruolo è finito.
web-done-grant-remove = Ruolo tolto.
web-done-session-close = Sessione chiusa.
web-done-lock-lift = Blocco tolto.
web-done-body-rename = Nome dell'ente cambiato.
web-done-password-change = Password cambiata; le altre sessioni sono chiuse.
web-done-password-given = Sei entrato con una password scritta da altri: cambiala adesso.

web-log-title = Registro
web-log-text = Ogni modifica: chi, quando, che cosa c'era prima e che cosa c'è dopo. Le voci non si cambiano e non si tolgono.
web-log-caption = Voci del registro, le ultime per prime
web-log-range = voci da { $first } a { $last }
web-log-nothing = Nessuna voce
web-log-nothing-text = Con questi filtri non c'è nulla: toglili o allarga le date.
web-log-column-when = Quando
web-log-column-who = Chi
web-log-column-what = Che cosa
web-log-column-thing = Voce
web-log-column-before = Prima
web-log-column-after = Dopo
web-log-filter-dal = Dal giorno
web-log-filter-fino = Fino al giorno
web-log-filter-chi = Chi
web-log-filter-piano = Piano
web-log-filter-azione = Che cosa
web-log-filter-voce = Numero della voce
web-log-filter-lotto = Insieme
web-log-verify = Verifica la catena
web-log-whole = La catena è integra: { $count ->
    [one] una voce verificata
   *[other] { $count } voci verificate
}, nessuna cambiata, tolta o spostata.
web-log-digest = Impronta dell'ultima:
web-log-back = Torna al registro
web-log-batch = Modifica n. { $number }
web-log-batch-text = { $who }, { $at }: { $count ->
    [one] una voce
   *[other] { $count } voci
}.
log-flaw-altered = La voce { $number } non è come fu scritta: qualcuno l'ha cambiata nella banca dati. Fino alla { $count } la catena è integra.
log-flaw-missing = La voce { $number } non c'è più: qualcuno l'ha tolta dalla banca dati. Fino alla { $count } la catena è integra.
log-flaw-out-of-order = La voce { $number } non segue quella che la precede: qualcuno ha spostato o sostituito delle voci. Fino alla { $count } la catena è integra.
log-flaw-cut-off = La catena finisce prima della voce { $number }: qualcuno ha tolto le ultime dalla banca dati. Fino alla { $count } è integra.
log-flaw-beyond-end = La voce { $number } sta dopo la fine della catena: qualcuno l'ha aggiunta nella banca dati. Fino alla { $count } la catena è integra.

log-action-record-set = campo cambiato
log-action-record-add = voce aggiunta
log-action-record-remove = voce tolta
log-action-record-move = voce spostata
log-action-plan-add = piano aggiunto
log-action-plan-rename = piano rinominato
log-action-plan-archive = piano archiviato o ripreso
log-action-plan-undo = modifica annullata
log-action-campaign-open = monitoraggio aperto
log-action-campaign-due = scadenza del monitoraggio cambiata
log-action-campaign-close = monitoraggio chiuso
log-action-campaign-reopen = monitoraggio riaperto
log-action-entry-add = rilevazione chiesta
log-action-entry-assign = rilevazione assegnata
log-action-entry-step = rilevazione avanzata o rinviata
log-action-evidence-add = prova aggiunta
log-action-evidence-remove = prova tolta
log-action-remark-add = osservazione o giudizio
log-action-document-keep = documento prodotto
log-action-account-add = accesso creato
log-action-account-change = accesso cambiato
log-action-account-password = password cambiata
log-action-account-disable = accesso disattivato o riattivato
log-action-account-lock = accesso bloccato o sbloccato
log-action-grant-add = ruolo dato
log-action-grant-end = ruolo finito
log-action-grant-remove = ruolo tolto
log-action-session-open = entrata
log-action-session-close = uscita
log-action-sessions-close = sessioni chiuse
log-action-lock-begin = blocco cominciato
log-action-lock-lift = blocco tolto
log-action-body-add = ente creato
log-action-body-rename = ente rinominato
web-failure-bad-number = Il numero non si legge
web-failure-bad-number-help = Nell'indirizzo o nel filtro ci vuole un numero intero.

## Impostazioni del server (docs/guida/server.md)

settings-heads = | impostazione | senza | a che cosa serve |
setting-listen = indirizzo e porta su cui risponde
setting-address = indirizzo con cui le persone lo raggiungono, per esempio https://performance.ente.it; se comincia con https i cookie passano solo su connessioni cifrate e i browser sono invitati a usare sempre https
setting-database = cartella dei dati, o indirizzo postgres://… di un PostgreSQL; vuoto: DATABASE_URL, altrimenti la cartella di --data
setting-language = lingua di chi non ne ha scelta una: it o en
setting-session-idle-minutes = minuti senza richieste dopo i quali una sessione finisce
setting-session-hours = ore dopo le quali una sessione finisce in ogni caso
setting-password-length = caratteri che una password deve avere almeno
setting-upload-megabytes = quanto può essere grande un invio con file, in MB
setting-request-seconds = secondi dopo i quali una richiesta si abbandona
setting-requests-per-minute = pagine che un indirizzo di rete può chiedere in un minuto, per ogni processo; 0: quante vuole. Un ufficio esce spesso con un indirizzo solo
setting-proxies = indirizzi IP dei proxy dell'ente, separati da virgole: solo a loro si crede quando dicono da dove viene una richiesta (X-Forwarded-For)
setting-mail-server = server di posta: smtp://nome:porta, smtps://nome o smtp+starttls://nome; vuoto: non si manda posta
setting-mail-from = mittente dei messaggi
setting-mail-user = nome con cui si entra nel server di posta
setting-mail-password = password del server di posta
setting-log = che cosa si scrive nel registro del programma: error, warn, info, debug

## Riga di comando: registro, accessi, copie

cli-audit-usage = traguardo audit verify [--body ENTE] [--config FILE] [--data CARTELLA]
cli-audit = Verifica che il registro delle modifiche sia integro
cli-audit-long = Ripercorre il registro delle modifiche di ogni ente e controlla che nessuna voce sia stata cambiata, tolta, aggiunta o spostata nella banca dati. Per ogni ente stampa quante voci ha verificato e l'impronta dell'ultima: chi la conserva altrove può accorgersi anche di un registro riscritto per intero.

    Esito: 0 integro, 1 no.
cli-arg-audit = verify
cli-arg-body = Nome breve dell'ente
cli-audit-whole = { $body }: registro integro, { $count ->
    [one] una voce
   *[other] { $count } voci
}, impronta { $digest }
cli-audit-flaw = { $body }: { $what }
cli-audit-nobody = nessun ente
cli-admin-usage = traguardo admin create --body ENTE --login NOME [--name NOME] [--body-name NOME] [--mail INDIRIZZO] [--config FILE] [--data CARTELLA]
cli-admin = Crea un amministratore
cli-admin-long = Crea l'accesso di un amministratore, e l'ente se non c'è ancora. La password si scrive sul terminale, senza che si veda, o arriva dall'ingresso (una riga).
cli-arg-admin = create
cli-arg-login = Nome per entrare
cli-arg-name = Nome che si legge sulle pagine (senza: quello per entrare)
cli-arg-body-name = Nome dell'ente, se è nuovo
cli-arg-mail = Posta elettronica
cli-admin-password = Password (almeno { $length } caratteri):
cli-admin-again = Ancora una volta:
cli-admin-done = Creato { $login }, amministratore di { $body }. Si entra da { $address }
cli-admin-different = le due password non sono uguali
cli-admin-different-help = ripeti il comando
cli-admin-taken = nell'ente { $body } c'è già chi entra con il nome «{ $login }»
cli-admin-taken-help = scegli un altro --login; una password dimenticata la rinnova un amministratore dalla pagina Persone
cli-admin-body = «{ $body }» non può essere il nome breve di un ente
cli-admin-body-help = usa da 2 a 40 lettere minuscole, cifre o trattini, cominciando con una lettera
cli-admin-no-password = non ho ricevuto nessuna password
cli-admin-no-password-help = scrivila sul terminale, o mandala all'ingresso: echo "…" | traguardo admin create …
cli-backup-usage = traguardo backup FILE [--force] [--config FILE] [--data CARTELLA]
cli-backup = Copia tutti i dati in un file, mentre il server lavora
cli-backup-long = Copia in un solo file tutto ciò che il server tiene: enti, piani, accessi, monitoraggi, prove, documenti, registro. Il server può lavorare intanto: la copia è di un solo istante. Alla fine il file viene riletto e verificato.
cli-restore-usage = traguardo restore FILE [--config FILE] [--data CARTELLA]
cli-restore = Rimette i dati di una copia in un'installazione vuota
cli-restore-long = Rimette in un'installazione vuota tutto ciò che sta in una copia fatta con «traguardo backup», anche se la copia viene da un'altra banca dati (dalla cartella a PostgreSQL, o il contrario). Prima verifica il file, alla fine il registro: se qualcosa non torna non resta nulla.
cli-arg-backup = File della copia
cli-working-backup = sto copiando…
cli-working-restore = sto rimettendo i dati…
cli-backup-done = { $path }: { $rows ->
    [one] una riga
   *[other] { $rows } righe
} di { $tables } tabelle, { $size } KB, riletto e verificato
cli-restore-done = { $path }: { $rows ->
    [one] una riga rimessa
   *[other] { $rows } righe rimesse
}, registro verificato
cli-restore-full = l'installazione non è vuota
cli-restore-full-help = rimetti la copia in una cartella nuova (--data) o in una banca dati vuota; quella che c'è non è stata toccata
cli-backup-damaged = la copia non è integra: { $cause }
cli-backup-damaged-help = usane un'altra; l'installazione non è stata toccata
cli-no-data = qui non ci sono dati: { $path }
cli-no-data-help = indica la cartella con --data, o il file delle impostazioni con --config
