### Tasks, reminders and mails.

# Tasks
reminders-tasks-title = Tasks
reminders-tasks-lead = Everything that awaits you, from all parts of Pejl. The most pressing comes first.
reminders-tasks-all = All your tasks
reminders-tasks-none = Nothing awaits you
reminders-tasks-none-text = It comes here when you are to answer, write, approve or decide something. You can also be told by mail.
reminders-tasks-left-out = { $count ->
    [one] One more task is not shown, because there are so many of its kind. You find it on the overview.
   *[other] { $count } more tasks are not shown, because there are so many of their kind. You find them on the overview.
}
reminders-when-late = Overdue
reminders-when-this-week = This week
reminders-when-later = Later
reminders-when-undated = Without a deadline
reminders-due-today = today

# Choices
reminders-title = Reminders
reminders-lead = Choose when you want to be reminded of your tasks by mail. What you choose concerns only you.
reminders-to-address = Mails are sent to { $email }.
reminders-no-address = Pejl has no mail address for you, so you get no mails. Ask an administrator to enter it.
reminders-weekly = The week’s tasks
reminders-weekly-hint = A mail in the morning with what is overdue, what is due in the week, and what is coming. If you have no tasks, no mail comes.
reminders-weekly-none = No weekly mail
reminders-weekly-monday = Every Monday
reminders-weekly-tuesday = Every Tuesday
reminders-weekly-wednesday = Every Wednesday
reminders-weekly-thursday = Every Thursday
reminders-weekly-friday = Every Friday
reminders-before = Before a deadline
reminders-before-hint = One mail about each deadline. Not on the day of the week’s tasks, since the deadline stands in those.
reminders-before-none = No mail before a deadline
reminders-before-days = { $count ->
    [one] The day before
   *[other] { $count } days before
}
reminders-language = The language of the mails
reminders-language-pages = The same as the pages
reminders-language-da = Danish
reminders-language-en = English
reminders-save = Save the choices
reminders-saved = Your reminders are saved.
reminders-changed-meanwhile = Your reminders were changed in the meantime, perhaps in another tab. Look your choices through and save again.
reminders-to-tasks = See your tasks
reminders-not-sent = Pejl does not send mails here yet
reminders-not-sent-text = You can choose now. Mails come once operations have set up a mail server. Until then you find your tasks under “Tasks”.
reminders-not-sent-how = To you as an administrator: mails are sent once the settings smtp-url, mail-from and public-url are given. Reminders are neither written nor kept before that.
reminders-outbox = The outbox
reminders-outbox-text = To you as an administrator: this is how reminders have fared for the last { $days } days.
reminders-outbox-open = wait to be sent
reminders-outbox-sent = were sent
reminders-outbox-given-up = were given up
reminders-outbox-last = Last sent { $when }.
reminders-outbox-error = The mail server’s last answer: { $error }
reminders-own = Mails about your tasks
reminders-own-text = Choose on which day you want the week’s tasks by mail, and how long before a deadline you want to be reminded of it.
reminders-own-do = Choose reminders

# Unsubscribing
reminders-leave-title = Unsubscribe from reminders
reminders-leave-text = Do you no longer want to be reminded of your tasks at { $email }? The tasks do not go away: you find them in Pejl.
reminders-leave-do = Unsubscribe from reminders
reminders-left-title = You are unsubscribed
reminders-left-text = No more reminders come to { $email }. If you change your mind, log in and choose again under “Reminders”.
reminders-left-choose = Choose reminders again
reminders-leave-unknown-title = The address cannot be used
reminders-leave-unknown-text = It is old, or mistyped. Use the link in your newest mail, or log in and choose under “Reminders”.
reminders-leave-log-in = Log in

# Mails
reminders-mail-weekly-subject = { $late ->
    [0] Your tasks in { $week }
    [one] Your tasks in { $week }: one is overdue
   *[other] Your tasks in { $week }: { $late } are overdue
}
reminders-mail-deadline-subject = { $count ->
    [one] Due { $date }: { $title }
   *[other] Due { $date }: { $count } tasks
}
reminders-mail-hello = Dear { $name }
reminders-mail-weekly-lead = { $count ->
    [one] One task awaits you in { $municipality }.
   *[other] { $count } tasks await you in { $municipality }.
}
reminders-mail-deadline-lead = { $count ->
    [one] This task in { $municipality } is due { $date }.
   *[other] These tasks in { $municipality } are due { $date }.
}
reminders-mail-due = due { $date }
reminders-mail-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
reminders-mail-all = See all your tasks
reminders-mail-why = You get this mail because you have a login to Pejl in { $municipality }.
reminders-mail-choose = Choose when you want to be reminded of your tasks
reminders-mail-leave = Unsubscribe from reminders
