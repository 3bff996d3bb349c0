using System.Text.RegularExpressions;
using CityRenewal.Geo.Service.V1;
using Google.Api;
using Google.Protobuf.Reflection;

namespace CityRenewal.Geo.Service.Contract;

/// <summary>How a call is made over HTTP: the same call as JSON.</summary>
/// <param name="Method">The call.</param>
/// <param name="Verb">HTTP method, in lower case.</param>
/// <param name="Path">Path with a parameter for each id: `/v1/cities/{city}/plans/{plan}:submit`.</param>
/// <param name="Bound">The field of the request that the path gives; empty where the path has no parameter.</param>
/// <param name="Parameters">The path's parameters in their order.</param>
/// <param name="Body">The field that the body is, `*` for the whole request, empty for none.</param>
internal sealed partial record HttpRoute(
    MethodDescriptor Method, string Verb, string Path, string Bound, IReadOnlyList<string> Parameters, string Body)
{
    /// <summary>All calls that can be made over HTTP, in the order of the contract's files.</summary>
    public static IReadOnlyList<HttpRoute> All { get; } =
    [
        .. WireTypes.Files.SelectMany(file => file.Services).SelectMany(service => service.Methods).Select(Of).OfType<HttpRoute>(),
    ];

    /// <summary>Who may call it; null where a fixed list says so and not the contract.</summary>
    public Role? MayCall => Method.GetOptions()?.GetExtension(AccessExtensions.MayCall) is { } role and not Role.Unspecified ? role : null;

    private static HttpRoute? Of(MethodDescriptor method)
    {
        if (method.GetOptions()?.GetExtension(AnnotationsExtensions.Http) is not { } rule)
        {
            return null;
        }

        var (verb, template) = rule.PatternCase switch
        {
            HttpRule.PatternOneofCase.Get => ("get", rule.Get),
            HttpRule.PatternOneofCase.Put => ("put", rule.Put),
            HttpRule.PatternOneofCase.Post => ("post", rule.Post),
            HttpRule.PatternOneofCase.Delete => ("delete", rule.Delete),
            HttpRule.PatternOneofCase.Patch => ("patch", rule.Patch),
            _ => ("", ""),
        };
        if (verb.Length == 0)
        {
            return null;
        }

        var parameters = new List<string>();
        var bound = "";
        var path = Variable().Replace(template, match =>
        {
            bound = match.Groups["field"].Value;
            var collection = "";
            return string.Join('/', match.Groups["form"].Value.Split('/').Select(part =>
            {
                if (part is not ("*" or "**"))
                {
                    return collection = part;
                }

                parameters.Add(Singular(collection));
                return $"{{{Singular(collection)}}}";
            }));
        });
        return new HttpRoute(method, verb, path, bound, parameters, rule.Body);
    }

    private static string Singular(string collection) => collection.EndsWith("ies", StringComparison.Ordinal)
        ? collection[..^3] + "y"
        : collection.TrimEnd('s');

    [GeneratedRegex(@"\{(?<field>[a-z0-9_.]+)=(?<form>[^}]+)\}")]
    private static partial Regex Variable();
}
