"""What `new` writes: an event, a record, a section or a whole explainer, from a few answers.

`question` asks, `event_questions`, `record_questions` and `beginning` make texts, `trial`
tries them in a copy of the content and is the only one that writes.
"""
