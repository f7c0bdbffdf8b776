"""An utterance is cut into the questions and statements that it holds, each made whole."""
