#! example
"""Status of a training.

The file has the following structure:

.. code-block:: json
   :caption: status.json

   {
       "current_step": 1000  // int: Current training step
   }
"""
