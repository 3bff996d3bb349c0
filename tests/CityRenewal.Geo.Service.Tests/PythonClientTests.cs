using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CityRenewal.Geo.Service.V1;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests;

/// <summary>A second client in another language, with Debian's own grpcio, must get the same answers.</summary>
[Collection("service")]
public class PythonClientTests(RunningService service)
{
    [Fact]
    public async Task Python_gets_the_same_measures_refusal_and_plan()
    {
        var descriptors = Path.GetTempFileName();
        await File.WriteAllBytesAsync(descriptors, DescriptorSetOf(PlansReflection.Descriptor));

        var (code, output, error) = await RunAsync(
            "/usr/bin/python3", Script(), $"{service.Grpc.Host}:{service.Grpc.Port}", descriptors, "sample");
        File.Delete(descriptors);

        Assert.True(code == 0, error);
        var answer = JsonDocument.Parse(output).RootElement;
        Assert.Equal(Math.PI / 4, answer.GetProperty("measure").GetProperty("measures").GetProperty("polsby_popper").GetDouble(), 4);
        Assert.Equal("INVALID_ARGUMENT", answer.GetProperty("refusal").GetProperty("code").GetString());
        var plan = await PlanAsync();
        Assert.Equal(plan.Objective, answer.GetProperty("propose").GetProperty("objective").GetDouble());
        Assert.Equal(plan.Areas.Select(area => area.Id), answer.GetProperty("propose").GetProperty("areas").EnumerateArray().Select(area => area.GetProperty("id").GetString()!));
        Assert.True(answer.GetProperty("propose").GetProperty("progress_messages").GetInt32() > 0);
    }

    private async Task<Plan> PlanAsync()
    {
        using var call = service.Plans.WatchProposal(new WatchProposalRequest { City = "cities/sample" });
        Plan? plan = null;
        await foreach (var step in call.ResponseStream.ReadAllAsync())
        {
            plan = step.Plan ?? plan;
        }

        return plan!;
    }

    // Every file that the service's contract imports, imports first, as protoc would write it.
    private static byte[] DescriptorSetOf(FileDescriptor file)
    {
        var set = new FileDescriptorSet();
        var seen = new HashSet<string>();
        void Add(FileDescriptor one)
        {
            if (seen.Add(one.Name))
            {
                foreach (var import in one.Dependencies)
                {
                    Add(import);
                }

                set.File.Add(FileDescriptorProto.Parser.ParseFrom(one.SerializedData));
            }
        }

        Add(file);
        return Google.Protobuf.MessageExtensions.ToByteArray(set);
    }

    private static string Script([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "python", "call_service.py");

    private static async Task<(int Code, string Output, string Error)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
