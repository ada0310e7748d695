### Log ind, egen konto, adgange

login-title = Log ind
login-lead = Pejl viser vejen fra det, byrådet vil, til det, der sker i hverdagen.
login-name = Brugernavn
login-password = Kodeord
login-wrong = Brugernavnet og kodeordet passer ikke sammen. Prøv igen.
login-wait = Der har været for mange forsøg. Vent { $minutes } minutter, og prøv igen.
login-demonstration = Prøv Pejl som …
login-demonstration-lead = Vælg en plads i en af de fire kommuner. Kodeordet er { $password }.

own-title = Min konto
own-lead = Du er logget ind som { $login }.
own-password = Vælg et andet kodeord
own-password-current = Dit kodeord nu
own-password-new = Nyt kodeord
own-password-hint = Mindst 12 tegn. Flere ord i træk er både nemt at huske og svært at gætte.
own-password-save = Skift kodeord
own-everywhere = Log ud alle steder
own-everywhere-text = Er du logget ind på en anden maskine, eller har du mistet en, kan du logge ud på dem alle på én gang.
own-everywhere-do = Log ud alle steder
own-logged-out-everywhere = Du er logget ud alle steder.

accessibility-title = Tilgængelighed
accessibility-aim = Alle skal kunne bruge Pejl: med tastatur, med skærmlæser, forstørret, uden farvesyn og uden JavaScript. Vi følger EN 301 549, som rummer WCAG 2.1 på niveau AA.
accessibility-tested = Hver side prøves automatisk med axe og gennemgås med tastatur alene, før en ny udgave frigives.
accessibility-known = Vi kender ingen fejl i øjeblikket. Kædens kort vises på små skærme som lister, fordi et bredt kort ikke kan læses der.
accessibility-contact = Finder du noget, der ikke virker for dig, så skriv til din kommune. Den har ansvaret for siden og for at svare dig.

denied-change-own-password = Du kan kun skifte dit eget kodeord.
denied-keep-logins = Adgange oprettes og lukkes af en administrator.
denied-write-synthetic = Syntetiske kommuner skrives kun fra maskinens kommandolinje.
denied-stand-on-day = Hvilken dag kommunen står på, afgøres kun fra maskinens kommandolinje.
denied-see-denials = Afvisningsloggen ses af en administrator.
denied-see-audit = Hændelsesloggen ses af konsulenter, controllere, administratorer og kommunaldirektøren.

event-login-created = { $name } fik en adgang: { $login }
event-login-password-set = Kodeordet til { $login } blev skiftet
event-login-closed = Adgangen { $login } blev lukket
refused-login-form = Et brugernavn er 3–100 tegn: bogstaver fra a til z, tal, punktum, bindestreg.
refused-login-taken = Brugernavnet er taget, eller personen har en adgang i forvejen.
refused-password-length = Kodeordet skal have mindst { $least } tegn.
refused-password-current = Det er ikke dit kodeord nu. Skriv det, du loggede ind med.

# Adgange
logins-lead = Hver adgang hører til en person. Stillingen bestemmer, hvad personen kan.
login-new = Opret adgang
login-new-lead = Vælg et kodeord for personen, og bed om, at det skiftes ved første besøg.
login-create = Opret adgangen
login-whose = Person
login-seen = Senest her
login-never-seen = ikke endnu
login-name-hint = Bogstaver fra a til z, tal, punktum og bindestreg.
login-first-password = Første kodeord
login-first-password-hint = Mindst 12 tegn. Personen kan selv skifte det under »Min konto«.
login-another-password = Nyt kodeord
login-password-title = Nyt kodeord til { $login }
login-password-lead = { $name } bliver logget ud alle steder.
login-close = Luk adgangen
login-close-title = Luk adgangen { $login }
login-close-lead = { $name } kan ikke logge ind mere. Det, personen har gjort, bliver stående.
login-close-do = Luk adgangen { $login }
login-created = Adgangen { $login } er oprettet.
login-password-set = Kodeordet til { $login } er skiftet.
login-closed = Adgangen { $login } er lukket.

# Hændelseslog og afvisninger
audit-lead = Alt, hvad der er gjort, nyeste først. Hver linje er seglet med den før, så ingen kan rettes eller fjernes uset.
audit-operator = Systemets drift
audit-verify = Efterse loggen
audit-person = Hvem
audit-whose = Kun det, { $name } har gjort
audit-nobody = Ingen hedder sådan. Prøv en del af navnet.
audit-empty = Der er ikke gjort noget endnu
audit-empty-text = Her kommer en linje, hver gang nogen opretter, retter eller vedtager noget.
audit-newest = Nyeste
audit-older = Ældre
audit-whole = Loggen er hel
audit-whole-text = { $count ->
    [one] Den ene linje er efterset.
   *[other] Alle { $count } linjer følger af den før.
}
audit-broken = Loggen er brudt
audit-broken-text = Linje { $count } følger ikke af den før. Den er rettet uden om Pejl. Sig det til driften.
audit-cut = Loggen er klippet af
audit-cut-text = Sidste linje er nummer { $last }, men der har været { $expected }. Sig det til driften.
denials-lead = Det, nogen bad om og ikke måtte. De nyeste 200.
denials-empty = Ingen er blevet afvist
denials-empty-text = Her kommer en linje, når nogen beder om noget, deres stilling ikke giver ret til.
denials-when = Hvornår
denials-who = Hvem
denials-what = Hvad
denials-where = Hvor
action-install-model = Installere en styringsmodel
action-keep-organisation = Rette organisationen
action-import-organisation = Indlæse organisationen
action-write-synthetic = Skrive en prøvekommune
action-stand-on-day = Lade kommunen stå på en dag
action-appoint-stand-in = Udpege en stedfortræder
action-keep-logins = Holde adgange ved lige
action-change-own-password = Skifte eget kodeord
action-see-audit = Se hændelsesloggen
action-see-denials = Se afvisninger
action-draft-element = Skrive en kladde
action-propose-element = Foreslå
action-return-element = Sende tilbage
action-adopt-element = Vedtage
action-withdraw-element = Trække tilbage
action-run-element = Melde om en handling
action-tie-element = Knytte sammen
action-ask-stance = Lægge et mål frem
action-answer-stance = Svare på et mål
action-hand-over-element = Flytte til en anden enhed
