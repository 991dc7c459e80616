"""The form in the browser: a CMS's settings from the same models, and the page that uses them.

Fields, lists and choices come from `model`, help from `schema`; what a form shows and how it is
written back into a file is cms/records.js. Nothing of it is in the public site.
"""
