"""What must hold for any input and any history; ``HYPOTHESIS_PROFILE=long`` looks at forty times as many."""
