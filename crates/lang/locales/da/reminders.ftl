### Opgaver, påmindelser og mails.

# Opgaver
reminders-tasks-title = Opgaver
reminders-tasks-lead = Alt, der venter på dig, fra alle dele af Pejl. Det, der haster mest, står først.
reminders-tasks-all = Alle dine opgaver
reminders-tasks-none = Der venter ikke noget på dig
reminders-tasks-none-text = Her kommer det, når du skal svare, skrive, godkende eller beslutte noget. Du kan også få besked på mail.
reminders-tasks-left-out = { $count ->
    [one] Én opgave mere er ikke vist, fordi der er så mange af samme slags. Du finder den på Overblik.
   *[other] { $count } opgaver mere er ikke vist, fordi der er så mange af samme slags. Du finder dem på Overblik.
}
reminders-when-late = Overskredet
reminders-when-this-week = Denne uge
reminders-when-later = Senere
reminders-when-undated = Uden frist
reminders-due-today = i dag

# Valg
reminders-title = Påmindelser
reminders-lead = Vælg, hvornår du vil mindes om dine opgaver på mail. Det, du vælger, gælder kun dig.
reminders-to-address = Mails sendes til { $email }.
reminders-no-address = Der står ingen mailadresse på dig i Pejl, så du får ingen mails. Bed en administrator om at skrive den på dig.
reminders-weekly = Ugens opgaver
reminders-weekly-hint = En mail om morgenen med det, der er overskredet, det, der har frist i ugen, og det, der kommer. Har du ingen opgaver, kommer der ingen mail.
reminders-weekly-none = Ingen ugentlig mail
reminders-weekly-monday = Hver mandag
reminders-weekly-tuesday = Hver tirsdag
reminders-weekly-wednesday = Hver onsdag
reminders-weekly-thursday = Hver torsdag
reminders-weekly-friday = Hver fredag
reminders-before = Før en frist
reminders-before-hint = Én mail om hver frist. På dagen for ugens opgaver kommer den ikke, for fristen står i den.
reminders-before-none = Ingen mail før en frist
reminders-before-days = { $count ->
    [one] Dagen før
   *[other] { $count } dage før
}
reminders-language = Mailens sprog
reminders-language-pages = Samme sprog som siderne
reminders-language-da = Dansk
reminders-language-en = Engelsk
reminders-save = Gem valgene
reminders-saved = Dine påmindelser er gemt.
reminders-changed-meanwhile = Dine påmindelser er ændret i mellemtiden, måske i en anden fane. Se dine valg efter, og gem igen.
reminders-to-tasks = Se dine opgaver
reminders-not-sent = Pejl sender ikke mails her endnu
reminders-not-sent-text = Du kan vælge nu. Mails kommer, når driften har sat en mailserver op. Indtil da finder du dine opgaver under »Opgaver«.
reminders-not-sent-how = Til dig som administrator: mails sendes, når indstillingerne smtp-url, mail-from og public-url er sat. Påmindelser bliver hverken skrevet eller gemt, før de er det.
reminders-outbox = Udbakken
reminders-outbox-text = Til dig som administrator: sådan er det gået med påmindelserne de seneste { $days } dage.
reminders-outbox-open = venter på at blive sendt
reminders-outbox-sent = er sendt
reminders-outbox-given-up = er opgivet
reminders-outbox-last = Senest sendt { $when }.
reminders-outbox-error = Mailserveren svarede sidst: { $error }
reminders-own = Mails om dine opgaver
reminders-own-text = Vælg, hvilken dag du vil have ugens opgaver på mail, og hvor længe før en frist du vil mindes om den.
reminders-own-do = Vælg påmindelser

# Afmelding
reminders-leave-title = Afmeld påmindelser
reminders-leave-text = Vil du ikke længere mindes om dine opgaver på { $email }? Opgaverne forsvinder ikke: du finder dem i Pejl.
reminders-leave-do = Afmeld påmindelser
reminders-left-title = Du er afmeldt
reminders-left-text = Der kommer ikke flere påmindelser til { $email }. Fortryder du, så log ind, og vælg igen under »Påmindelser«.
reminders-left-choose = Vælg påmindelser igen
reminders-leave-unknown-title = Adressen kan ikke bruges
reminders-leave-unknown-text = Den er gammel eller skrevet forkert. Brug linket i din nyeste mail, eller log ind, og vælg under »Påmindelser«.
reminders-leave-log-in = Log ind

# Mails
reminders-mail-weekly-subject = { $late ->
    [0] Dine opgaver i { $week }
    [one] Dine opgaver i { $week }: én er overskredet
   *[other] Dine opgaver i { $week }: { $late } er overskredet
}
reminders-mail-deadline-subject = { $count ->
    [one] Frist { $date }: { $title }
   *[other] Frist { $date }: { $count } opgaver
}
reminders-mail-hello = Hej { $name }
reminders-mail-weekly-lead = { $count ->
    [one] Én opgave venter på dig i { $municipality }.
   *[other] { $count } opgaver venter på dig i { $municipality }.
}
reminders-mail-deadline-lead = { $count ->
    [one] Denne opgave i { $municipality } har frist { $date }.
   *[other] Disse opgaver i { $municipality } har frist { $date }.
}
reminders-mail-due = frist { $date }
reminders-mail-more = { $count ->
    [one] og én mere
   *[other] og { $count } mere
}
reminders-mail-all = Se alle dine opgaver
reminders-mail-why = Du får denne mail, fordi du har en adgang til Pejl i { $municipality }.
reminders-mail-choose = Vælg, hvornår du vil mindes om dine opgaver
reminders-mail-leave = Afmeld påmindelser
