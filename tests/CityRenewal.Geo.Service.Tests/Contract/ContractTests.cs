using System.Diagnostics;
using System.Runtime.CompilerServices;
using CityRenewal.Geo.Service.Contract;
using Google.Protobuf.Reflection;
using Microsoft.OpenApi;

namespace CityRenewal.Geo.Service.Tests.Contract;

/// <summary>The contract is documented, well formed, and does not break who relies on it.</summary>
public class ContractTests
{
    [Fact]
    public void Every_call_message_field_and_value_says_what_it_is()
    {
        var comments = ContractComments.BuiltIn;
        var silent = WireTypes.Files.SelectMany(file => file.Services.SelectMany(service => service.Methods.Select(method => method.FullName).Append(service.FullName))
                .Concat(file.MessageTypes.SelectMany(NamesIn))
                .Concat(file.EnumTypes.SelectMany(values => values.Values.Select(value => value.FullName).Append(values.FullName))))
            .Where(name => comments.Of(name).Length == 0);

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_call_of_ours_says_who_may_make_it()
    {
        var silent = WireTypes.Files.Where(file => file.Package == "cityrenewal.geo.v1").SelectMany(file => file.Services).SelectMany(service => service.Methods)
            .Where(method => (method.GetOptions()?.GetExtension(V1.AccessExtensions.MayCall) ?? V1.Role.Unspecified) == V1.Role.Unspecified)
            .Select(method => method.FullName);

        Assert.Empty(silent);
    }

    [Fact]
    public void The_document_of_the_json_form_is_sound_and_has_every_call()
    {
        var read = Microsoft.OpenApi.OpenApiDocument.Parse(Service.Contract.OpenApiDocument.Text, "json");

        Assert.NotNull(read.Diagnostic);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        Assert.Empty(read.Diagnostic.Errors);
        var operations = read.Document!.Paths.Values.SelectMany(path => path.Operations!.Values).ToList();
        Assert.Equal(HttpRoute.All.Count, operations.Count);
        Assert.All(operations, operation => Assert.False(string.IsNullOrWhiteSpace(operation.Description)));
        Assert.Equal(operations.Count, operations.Select(operation => operation.OperationId).Distinct().Count());
    }

    [Fact]
    public async Task The_contract_passes_the_linter()
    {
        using var workspace = ContractWorkspace.Make();

        Assert.Equal((0, ""), await RunAsync(workspace.Folder, "lint"));
    }

    [Fact]
    public async Task The_contract_breaks_nobody_who_relies_on_the_one_that_was_released()
    {
        using var workspace = ContractWorkspace.Make();

        Assert.Equal((0, ""), await RunAsync(workspace.Folder, "breaking", "contract", "--against", ContractWorkspace.Released));
    }

    private static IEnumerable<string> NamesIn(MessageDescriptor message) => message.GetOptions()?.MapEntry == true ? [] :
        message.Fields.InDeclarationOrder().Select(field => field.FullName).Append(message.FullName).Concat(message.NestedTypes.SelectMany(NamesIn));

    private static async Task<(int Code, string Output)> RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(ContractWorkspace.Buf, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output + error).Trim());
    }
}
