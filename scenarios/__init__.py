"""The plan of a call: the language, its checker, the catalogue, the policies, the world and the calls."""
