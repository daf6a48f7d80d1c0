sphinx-contracts check
sphinx-contracts check --format junit --exit-zero > contracts.xml
