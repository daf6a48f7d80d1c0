"""
The engine that runs training jobs, and the model it trains.
"""
