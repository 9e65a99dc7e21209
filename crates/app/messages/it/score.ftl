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

part-whole = tutto
part-own = indicatori propri
part-contributing = obiettivi che contribuiscono
part-body = ente
part-unit = struttura
part-objectives = obiettivi assegnati
part-national = obiettivi nazionali
part-behaviours = comportamenti

kind-body = ente
kind-area = area strategica
kind-perspective = prospettiva
kind-programme = programma
kind-purpose = finalità
kind-objective = obiettivo
kind-action = azione
kind-indicator = indicatore
kind-activity = attività
kind-responsible = responsabile
kind-dashboard = cruscotto
kind-section = sezione del cruscotto
kind-sheet = scheda individuale
kind-placement = collocazione
kind-unit = struttura
kind-checkpoint = scadenza
kind-level = livello
kind-relevance = rilevanza
kind-fund = fondo
kind-act = atto
kind-variation = variazione
kind-budget-line = riga di risorse
kind-funding-programme = programma di finanziamento
kind-health-index = indice di salute economico-finanziaria
kind-table = tabella
kind-chapter = capitolo
kind-measure = misura
kind-unplanned = attività non programmata
kind-quantity = grandezza di base
kind-register = registro
kind-link = collegamento
kind-band = fascia
kind-profile = profilo
kind-silence = segnalazione accettata

finding-score-not-comparable = Il consuntivo «{ $actual }» e il target «{ $target }» non sono confrontabili: uno è una percentuale, un numero, una risposta o una data, l'altro no.
finding-score-not-comparable-help = Una percentuale non si divide mai per un numero, né un numero per una percentuale. Scrivere il consuntivo nella stessa unità del target; se invece «{ $actual }» è già la percentuale di raggiungimento, segnarlo come tale (campo «achievement»). Fino ad allora l'indicatore conta come se mancasse il consuntivo.

finding-score-contrary-change = Il consuntivo «{ $text }» va nella direzione opposta alla variazione attesa: il raggiungimento è zero.
finding-score-contrary-change-help = Se il target è una riduzione e il consuntivo una crescita (o il contrario), il segno va verificato: chi scrive «riduzione del 3%» come «3%» deve indicare «-3%». Il segno non viene mai cambiato d'ufficio.

finding-score-merged-cell = Il target di fine anno è vuoto: si usa «{ $text }», l'ultimo dell'anno, scritto per il { $day }.
finding-score-merged-cell-help = Di solito è una cella unita del documento. Se il target vale anche a fine anno, ripeterlo; se a fine anno non è atteso nulla, scrivere «//».

finding-score-not-a-checkpoint = Il valore «{ $text }» è scritto per { $period }, che non è una scadenza del piano: non entra nel calcolo.
finding-score-not-a-checkpoint-help = Spostare il valore a una scadenza del piano, oppure aggiungere la scadenza. Se un consuntivo si riferisce a un altro giorno, lasciarlo alla scadenza e indicare il giorno nel campo «as_of».

finding-score-undated-value = Il valore «{ $text }» non dice a quale scadenza o anno si riferisce: non entra nel calcolo.
finding-score-undated-value-help = Indicare la scadenza o l'anno del valore, per esempio targets = {"{"} 2026-12-31 = "almeno 10" {"}"}.

finding-score-derived-checkpoints = Il piano non elenca scadenze: si usano i giorni dei suoi target e consuntivi ({ $days }).
finding-score-derived-checkpoints-help = Elencare le scadenze del piano, di solito 30/6 e 31/12. Così un giorno scritto per errore viene segnalato invece di diventare una scadenza.

finding-score-cycle = Questo obiettivo contribuisce, attraverso altri, a sé stesso: il giro è stato interrotto qui e i punteggi che ne dipendono sono incompleti.
finding-score-cycle-help = Verificare a quale obiettivo contribuisce ciascuno (campo «parent» e collocazioni): seguendo i legami verso l'alto si deve arrivare in cima.

finding-score-unknown-label = L'obiettivo porta l'etichetta «{ $text }», che non è nell'elenco dichiarato: resta scritta, ma non conta in nessuna vista.
finding-score-unknown-label-help = Aggiungerla all'elenco delle prospettive, dei programmi o delle finalità, oppure correggere la scrittura. L'asterisco (*) significa tutte le prospettive.

finding-score-unweighted = «{ $child }» non ha peso in «{ $parent }», mentre altri accanto lo hanno: resta fuori dal calcolo.
finding-score-unweighted-help = Nessun peso non è peso zero. Scrivere il peso, anche 0 se non deve contare; se nessuno ha un peso, contano tutti allo stesso modo.

finding-score-weights-do-not-close = I pesi in «{ $parent }» fanno { $total } invece di { $expected }: il punteggio divide per la loro somma.
finding-score-weights-do-not-close-help = Verificare i pesi sul documento approvato: un peso mancante, ripetuto o cambiato da una variazione. Per un responsabile il cui resto viene da altrove, indicare il totale dichiarato (campo «stated_total»).

finding-score-weights-nearly-close = I pesi in «{ $parent }» fanno { $total } invece di { $expected }, per arrotondamento: il punteggio divide per la loro somma e non ne risente.
finding-score-weights-nearly-close-help = Non c'è nulla da correggere. Tre pesi di 33,33 raggiunti fanno comunque 100,00%.

finding-score-negative-weight = Il peso { $weight } è negativo: conta zero.
finding-score-negative-weight-help = Un peso è una quota e non può essere sotto zero. Correggerlo; per escludere una parte, scrivere 0 o registrare la variazione che la elimina.

finding-score-weight-not-from-value = Il peso { $weight } non è quello che risulta dal valore economico ({ $computed }).
finding-score-weight-not-from-value-help = Il metodo dichiara i pesi derivati dal valore economico. Correggere il peso o la rilevanza, oppure lasciare vuoti i pesi: saranno calcolati. Il punteggio usa quelli scritti.

finding-score-profile-does-not-close = Le quote del profilo «{ $profile }» fanno { $total } invece di 100: la scheda divide per la loro somma.
finding-score-profile-does-not-close-help = Le quote di ente, struttura, obiettivi, obiettivi nazionali e comportamenti di un ruolo devono fare 100. Verificarle sul sistema di misurazione e valutazione.

finding-score-bands-unreadable = Una fascia ha un estremo o un valore che non si legge: le fasce di questo livello non agiscono.
finding-score-bands-unreadable-help = Scrivere inizio, fine e valore come percentuali, per esempio da 70,01 a 90 vale 80.

finding-score-bands-gap = Le fasce lasciano un vuoto prima o dopo questa: quelle di questo livello non agiscono.
finding-score-bands-gap-help = Ogni fascia comincia dove finisce la precedente; la prima da 0, l'ultima fino al tetto (campo «to» vuoto). L'estremo iniziale è compreso, quello finale escluso.

finding-score-bands-overlap = Questa fascia si sovrappone a un'altra: quelle di questo livello non agiscono.
finding-score-bands-overlap-help = Ogni fascia comincia dove finisce la precedente. L'estremo iniziale è compreso, quello finale escluso: «fino a 70» e poi «da 70» non si sovrappongono.
