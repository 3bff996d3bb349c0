using System.Text.Json.Nodes;
using CityRenewal.Geo.Cities;
using Google.Protobuf.Reflection;

namespace CityRenewal.Geo.Service.Contract;

/// <summary>The contract's JSON form as an OpenAPI 3.1 document, made of the same descriptors that serve it.</summary>
internal static class OpenApiDocument
{
    private static readonly Lazy<string> Made = new(() => Make().ToJsonString(new System.Text.Json.JsonSerializerOptions
    {
        WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }));

    /// <summary>The document.</summary>
    public static string Text => Made.Value;

    private static JsonObject Make()
    {
        var schemas = new OpenApiSchemas();
        var paths = new JsonObject();
        foreach (var route in HttpRoute.All)
        {
            var path = (JsonObject?)paths[route.Path] ?? [];
            path[route.Verb] = OperationOf(route, schemas);
            paths[route.Path] = path;
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "CityRenewal.Geo",
                ["version"] = "v1",
                ["description"] = "Proposes urban renewal areas (更新片区), measures them, and shows with evidence where a boundary keeps or breaks the rules.\n\n"
                    + $"{MeasuredPlan.Disclaimer}\n\nThe same calls as gRPC service `cityrenewal.geo.v1`. Unknown numbers are left out, never 0.",
                ["license"] = new JsonObject { ["name"] = "Apache-2.0", ["identifier"] = "Apache-2.0" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["tags"] = new JsonArray([.. HttpRoute.All.Select(route => route.Method.Service).Distinct().Select(TagOf)]),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas.ToJson() },
        };
    }

    private static JsonNode TagOf(Google.Protobuf.Reflection.ServiceDescriptor service) => new JsonObject
    {
        ["name"] = service.Name, ["description"] = ContractComments.BuiltIn.Of(service.FullName),
    };

    private static JsonObject OperationOf(HttpRoute route, OpenApiSchemas schemas)
    {
        var method = route.Method;
        var said = ContractComments.BuiltIn.Of(method.FullName);
        var operation = new JsonObject
        {
            ["operationId"] = $"{method.Service.Name}_{method.Name}",
            ["tags"] = new JsonArray(method.Service.Name),
            ["summary"] = said.Split(". ")[0].TrimEnd('.') + ".",
            ["description"] = route.MayCall is { } role ? $"{said}\n\nMay be called by: {WordOf(role)}." : said,
        };
        if (ParametersOf(route, schemas) is { Count: > 0 } parameters)
        {
            operation["parameters"] = parameters;
        }

        if (BodyOf(route, schemas) is { } body)
        {
            operation["requestBody"] = body;
        }

        operation["responses"] = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = method.IsServerStreaming ? "One JSON object on each line, until the stream ends." : "The answer.",
                ["content"] = ContentOf(method.OutputType, schemas),
            },
            ["default"] = new JsonObject
            {
                ["description"] = "What is wrong, where, and what to do.",
                ["content"] = ContentOf(Google.Rpc.Status.Descriptor, schemas),
            },
        };
        return operation;
    }

    private static JsonArray ParametersOf(HttpRoute route, OpenApiSchemas schemas)
    {
        var parameters = new JsonArray();
        foreach (var name in route.Parameters)
        {
            parameters.Add(new JsonObject
            {
                ["name"] = name, ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string" },
            });
        }

        if (route.Body == "*")
        {
            return parameters;
        }

        foreach (var field in route.Method.InputType.Fields.InDeclarationOrder().Where(field => IsInQuery(field, route)))
        {
            var schema = schemas.Of(field);
            var said = schema["description"]?.GetValue<string>() ?? "";
            schema.Remove("description");
            parameters.Add(new JsonObject
            {
                ["name"] = field.JsonName, ["in"] = "query", ["description"] = said, ["required"] = OpenApiSchemas.IsRequired(field), ["schema"] = schema,
            });
        }

        return parameters;
    }

    private static bool IsInQuery(FieldDescriptor field, HttpRoute route) =>
        field.Name != route.Bound.Split('.')[0] && field.Name != route.Body && !field.IsMap
        && (field.FieldType != FieldType.Message || field.MessageType.FullName is "google.protobuf.FieldMask" or "google.protobuf.Timestamp" or "google.protobuf.Duration");

    // What the path gives need not stand in the body again.
    private static JsonObject? BodyOf(HttpRoute route, OpenApiSchemas schemas)
    {
        if (route.Body.Length == 0)
        {
            return null;
        }

        var type = route.Body == "*" ? route.Method.InputType : route.Method.InputType.FindFieldByName(route.Body).MessageType;
        var schema = schemas.Of(type);
        if (route.Body == "*" && route.Bound.Length > 0)
        {
            schema = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject() };
            var required = new JsonArray();
            foreach (var field in type.Fields.InDeclarationOrder().Where(field => field.Name != route.Bound))
            {
                schema["properties"]![field.JsonName] = schemas.Of(field);
                if (OpenApiSchemas.IsRequired(field))
                {
                    required.Add(field.JsonName);
                }
            }

            if (required.Count > 0)
            {
                schema["required"] = required;
            }
        }

        return new JsonObject { ["required"] = true, ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema } } };
    }

    private static JsonObject ContentOf(MessageDescriptor answer, OpenApiSchemas schemas) => answer.FullName == "google.api.HttpBody"
        ? new JsonObject { ["application/octet-stream"] = new JsonObject() }
        : new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schemas.Of(answer) } };

    private static string WordOf(V1.Role role) => role switch
    {
        V1.Role.Anyone => "anyone",
        V1.Role.Reader => "reader and above",
        V1.Role.Planner => "planner and above",
        V1.Role.ChiefPlanner => "chief planner and above",
        _ => "administrator",
    };
}
