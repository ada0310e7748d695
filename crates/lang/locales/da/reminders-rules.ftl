# Påmindelsernes regler: hvorfor noget blev afvist.
refused-reminders-before = Vælg mellem én og { $most } dage før fristen.
denied-keep-reminders = Du kan kun vælge dine egne påmindelser.
denied-send-reminders = Påmindelser skrives og sendes af Pejl selv.
action-keep-reminders = Vælge egne påmindelser
action-send-reminders = Sende påmindelser
