"""From content to a published site: the steps, and the exchange of folders."""
