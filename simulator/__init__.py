"""One contact, played: the engine, and the trainee's desk as a thin shell around it."""
