using System.Text.Json.Nodes;
using Google.Api;
using Google.Protobuf.Reflection;

namespace CityRenewal.Geo.Service.Contract;

/// <summary>Messages of the contract as schemas of their JSON form.</summary>
internal sealed class OpenApiSchemas
{
    private static readonly Dictionary<string, Func<JsonObject>> Known = new(StringComparer.Ordinal)
    {
        ["google.protobuf.Timestamp"] = () => Text("date-time"),
        ["google.protobuf.Duration"] = () => new JsonObject { ["type"] = "string", ["pattern"] = @"^-?\d+(\.\d+)?s$" },
        ["google.protobuf.FieldMask"] = () => new JsonObject { ["type"] = "string" },
        ["google.protobuf.Empty"] = () => new JsonObject { ["type"] = "object" },
        ["google.protobuf.Any"] = () => new JsonObject
        {
            ["type"] = "object", ["properties"] = new JsonObject { ["@type"] = new JsonObject { ["type"] = "string" } }, ["additionalProperties"] = true,
        },
        ["google.protobuf.Struct"] = () => new JsonObject { ["type"] = "object", ["additionalProperties"] = true },
    };

    private readonly ContractComments _comments = ContractComments.BuiltIn;
    private readonly SortedDictionary<string, JsonObject> _made = new(StringComparer.Ordinal);

    /// <summary>The schemas that were asked for, and those they lead to, by name.</summary>
    public JsonObject ToJson()
    {
        var all = new JsonObject();
        foreach (var (name, schema) in _made)
        {
            all[name] = schema;
        }

        return all;
    }

    /// <summary>A reference to the schema of a message.</summary>
    public JsonObject Of(MessageDescriptor message)
    {
        if (Known.TryGetValue(message.FullName, out var known))
        {
            return known();
        }

        if (!_made.ContainsKey(message.FullName))
        {
            var schema = new JsonObject { ["type"] = "object" };
            _made[message.FullName] = schema;
            Fill(schema, message);
        }

        return Reference(message.FullName);
    }

    /// <summary>The schema of a field, with what is said of it.</summary>
    public JsonObject Of(FieldDescriptor field)
    {
        var schema = field.IsMap
            ? new JsonObject { ["type"] = "object", ["additionalProperties"] = Single(field.MessageType.FindFieldByNumber(2)) }
            : field.IsRepeated ? new JsonObject { ["type"] = "array", ["items"] = Single(field) }
            : Single(field);
        if (_comments.Of(field.FullName) is { Length: > 0 } said)
        {
            schema["description"] = said;
        }

        return schema;
    }

    /// <summary>Whether a request has to set a field.</summary>
    public static bool IsRequired(FieldDescriptor field) =>
        field.GetOptions()?.GetExtension(FieldBehaviorExtensions.FieldBehavior)?.Contains(FieldBehavior.Required) == true;

    private void Fill(JsonObject schema, MessageDescriptor message)
    {
        if (_comments.Of(message.FullName) is { Length: > 0 } said)
        {
            schema["description"] = said;
        }

        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var field in message.Fields.InDeclarationOrder())
        {
            properties[field.JsonName] = Of(field);
            if (IsRequired(field))
            {
                required.Add(field.JsonName);
            }
        }

        schema["properties"] = properties;
        if (required.Count > 0)
        {
            schema["required"] = required;
        }
    }

    private JsonObject Single(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message => Of(field.MessageType),
        FieldType.Enum => Of(field.EnumType),
        FieldType.Bool => new JsonObject { ["type"] = "boolean" },
        FieldType.Bytes => Text("byte"),
        FieldType.String => new JsonObject { ["type"] = "string" },
        FieldType.Double or FieldType.Float => Number(),
        FieldType.Int64 or FieldType.UInt64 or FieldType.SInt64 or FieldType.Fixed64 or FieldType.SFixed64 => Text("int64"),
        _ => new JsonObject { ["type"] = "integer", ["format"] = "int32" },
    };

    private JsonObject Of(EnumDescriptor values)
    {
        if (!_made.ContainsKey(values.FullName))
        {
            var said = values.Values.Select(value => $"- `{value.Name}`: {_comments.Of(value.FullName)}");
            _made[values.FullName] = new JsonObject
            {
                ["type"] = "string",
                ["description"] = $"{_comments.Of(values.FullName)}\n\n{string.Join('\n', said)}",
                ["enum"] = new JsonArray([.. values.Values.Select(value => (JsonNode)value.Name)]),
            };
        }

        return Reference(values.FullName);
    }

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    private static JsonObject Text(string format) => new() { ["type"] = "string", ["format"] = format };

    // What JSON has no number for travels as a word.
    private static JsonObject Number() => new()
    {
        ["oneOf"] = new JsonArray(
            new JsonObject { ["type"] = "number", ["format"] = "double" },
            new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("NaN", "Infinity", "-Infinity") }),
    };
}
