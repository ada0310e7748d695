# The rules of reminders: why something was refused.
refused-reminders-before = Choose between one and { $most } days before the deadline.
denied-keep-reminders = You can only choose your own reminders.
denied-send-reminders = Reminders are written and sent by Pejl itself.
action-keep-reminders = Choose one’s own reminders
action-send-reminders = Send reminders
