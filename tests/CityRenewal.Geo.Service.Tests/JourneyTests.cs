using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CityRenewal.Geo.Service.Tests.Contract;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CityRenewal.Geo.Service.Tests;

/// <summary>Tools that know nothing but the contract go the planner's and the chief planner's whole way.</summary>
[Collection("service")]
public class JourneyTests(RunningService service)
{
    [Theory]
    [InlineData("grpcio")]
    [InlineData("curl")]
    [InlineData("buf")]
    public async Task A_planner_and_a_chief_planner_go_their_whole_way_with(string tool)
    {
        var descriptors = Path.GetTempFileName();
        await File.WriteAllBytesAsync(descriptors, Descriptors());
        var (code, output, error) = await RunAsync(Script(), tool, $"{service.Grpc.Host}:{service.Grpc.Port}", service.Json.ToString(), descriptors, ContractWorkspace.Buf);
        File.Delete(descriptors);

        Assert.True(code == 0, error);
        var met = JsonDocument.Parse(output).RootElement;
        Assert.Equal(2, met.GetProperty("opinions").GetInt32());
        Assert.False(met.GetProperty("is_nothing").GetBoolean());
        Assert.True(met.GetProperty("findings").GetInt32() > 0);
        Assert.True(met.GetProperty("report_bytes").GetInt32() > 10_000);
        Assert.True(met.GetProperty("dossier_bytes").GetInt32() > 1_000);
    }

    // Imports first, as protoc would write them.
    private static byte[] Descriptors()
    {
        var (set, seen) = (new FileDescriptorSet(), new HashSet<string>());
        void Add(FileDescriptor file)
        {
            if (seen.Add(file.Name))
            {
                file.Dependencies.ToList().ForEach(Add);
                set.File.Add(FileDescriptorProto.Parser.ParseFrom(file.SerializedData));
            }
        }

        WireTypes.Files.ToList().ForEach(Add);
        return set.ToByteArray();
    }

    private static string Script([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "python", "journey.py");

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
