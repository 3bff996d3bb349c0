using System.Net.Http.Json;
using System.Text.Json;
using CityRenewal.Geo.Service.V1;
using Google.LongRunning;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests;

/// <summary>A stored plan placed among many others, as an operation.</summary>
[Collection("service")]
public class EnsemblesTests(RunningService service)
{
    private Ensembles.EnsemblesClient Ensembles => new(service.Channel);

    [Fact]
    public async Task A_plan_is_placed_among_others_that_were_asked_for_the_same()
    {
        var plan = await service.ProposedAsync("bare", pack: "");
        var begun = await Ensembles.DrawEnsembleAsync(new DrawEnsembleRequest { Parent = KeptPlans.City, Plan = plan.Name, Plans = 80, Chains = 2, Apart = 2, WithValues = true, WithFrequencies = true });
        var answer = await service.ResponseAsync<DrawEnsembleResponse>(begun);

        Assert.Equal((plan.Name, 2), (answer.Plan, answer.Chains));
        Assert.NotEmpty(answer.Numbers);
        Assert.All(answer.Numbers, number =>
        {
            Assert.InRange(number.Percentile, 0, 1);
            Assert.Equal(number.Quantiles.Order(), number.Quantiles);
            Assert.Equal(answer.Plans, number.Values.Count);
            Assert.Equal(number.Percentile, (number.Values.Count(value => value < number.Submitted) + (number.Values.Count(value => value == number.Submitted) / 2.0)) / answer.Plans, 9);
        });
        Assert.Equal(answer.Numbers.All(number => number.HasMixed), answer.HasMixed);
        Assert.All(answer.Frequencies, parcel => Assert.InRange(parcel.Frequency, double.Epsilon, 1));
        Assert.Equal("ensemble", (await service.WaitAsync(begun.Name)).Metadata.Unpack<RunMetadata>().Kind);
    }

    [Fact]
    public async Task Where_what_is_locked_in_makes_every_plan_worth_less_than_none_the_operation_says_so()
    {
        var plan = await service.ProposedAsync("judged");
        Assert.True(plan.Objective < 0);
        var done = await service.WaitAsync((await Ensembles.DrawEnsembleAsync(new DrawEnsembleRequest { Parent = KeptPlans.City, Plan = plan.Name, Plans = 40, Chains = 2 })).Name);

        Assert.Equal((int)StatusCode.FailedPrecondition, done.Error.Code);
        Assert.Contains("lambda", done.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ensemble_that_is_called_off_ends_without_an_answer()
    {
        var begun = await Ensembles.DrawEnsembleAsync(new DrawEnsembleRequest { Parent = KeptPlans.City, Plans = 1_000_000 });
        await service.Operations.CancelOperationAsync(new CancelOperationRequest { Name = begun.Name });
        var done = await service.WaitAsync(begun.Name);

        Assert.Equal((int)StatusCode.Cancelled, done.Error.Code);
        Assert.Equal(RunState.Cancelled, done.Metadata.Unpack<RunMetadata>().State);
    }

    [Fact]
    public async Task What_means_nothing_is_refused_and_a_check_draws_nothing()
    {
        var plan = await service.ProposedAsync("judged");
        var wrong = await Assert.ThrowsAsync<RpcException>(async () => await Ensembles.DrawEnsembleAsync(new DrawEnsembleRequest
        {
            Parent = KeptPlans.City, Plans = 3, Loss = 2, Options = new ProposalOptions { Lambda = -1, Alternatives = 4 },
        }));
        using var http = new HttpClient { BaseAddress = service.Json };
        var answer = await http.PostAsJsonAsync($"v1/{KeptPlans.City}/plans:drawEnsemble", new { plan = plan.Name, validateOnly = true });
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(
            ["plans", "loss", "options.alternatives", "options.lambda"],
            wrong.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(violation => violation.Field));
        Assert.True(json.GetProperty("done").GetBoolean());
    }
}
