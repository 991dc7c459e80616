"""What readers get: records in words, pictures, search, exports, and pages."""
