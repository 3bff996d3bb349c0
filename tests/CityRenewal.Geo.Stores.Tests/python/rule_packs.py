"""Judges rule packs by their JSON Schema: prints one line `ok` or the first complaint for each file named."""

import json
import sys

import jsonschema
import yaml


class Yaml12(yaml.SafeLoader):
    """YAML 1.2 knows no dates: 2021-08-30 is a text."""


Yaml12.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
    for letter, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
for name in sys.argv[2:]:
    try:
        with open(name, encoding="utf-8") as file:
            pack = yaml.load(file, Yaml12)
    except yaml.YAMLError as error:
        print("not YAML:", str(error).replace("\n", " "))
        continue
    complaint = next(validator.iter_errors(pack), None)
    print("ok" if complaint is None else complaint.message.replace("\n", " ")[:200])
