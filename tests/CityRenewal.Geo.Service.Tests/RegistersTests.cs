using System.Net.Http.Json;
using System.Text.Json;
using CityRenewal.Geo.Service.V1;
using Google.Type;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests;

/// <summary>The register of a city of its own over the wire: entries, steps, demolition, sums.</summary>
[Collection("service")]
public class RegistersTests(RunningService service)
{
    private const string Register = KeptPlans.City + "/register";

    private static readonly Date June = new() { Year = 2026, Month = 6, Day = 30 };
    private static readonly Date July = new() { Year = 2026, Month = 7, Day = 31 };

    private Registers.RegistersClient Registers => new(service.Channel);

    [Fact]
    public async Task An_area_of_a_plan_is_registered_with_its_baseline_and_what_it_demolishes()
    {
        var plan = await service.ProposedAsync("judged");
        var area = plan.Areas[0];
        var entry = await Registers.CreateEntryAsync(new CreateEntryRequest
        {
            Parent = Register, EntryId = "片区一", Title = "一号片区", PlanArea = $"{plan.Name}/areas/{area.Id}", Date = June, Document = "渝更〔2026〕1号",
        });
        var shown = await Registers.GetEntryAsync(new GetEntryRequest { Name = entry.Name });

        Assert.Equal((RegisterKind.Area, RegisterState.Candidate, June), (entry.Kind, entry.State, entry.BaselineDate));
        Assert.Equal(area.Parcels, entry.Parcels);
        Assert.True(entry.HasDisposition);
        Assert.Equal(area.Dispositions.Count(building => building.Disposition == Disposition.Demolish), entry.Demolitions.Count(claim => claim.ElectiveShare + claim.ExemptShare > 0.999));
        Assert.True(shown.CumulativeDemolition.ExistingM2 > 0);
        Assert.InRange(shown.CumulativeDemolition.ElectiveM2 + shown.CumulativeDemolition.ExemptM2, 0, shown.CumulativeDemolition.ExistingM2);
        Assert.Equal(entry.Etag, shown.Etag);
    }

    [Fact]
    public async Task An_entry_moves_by_the_steps_that_are_allowed_and_an_old_etag_is_refused()
    {
        var entry = await AreaAsync("moves", 1);
        var moved = await Registers.MoveEntryAsync(new MoveEntryRequest { Name = entry.Name, State = RegisterState.InLibrary, Date = July, Document = "2号", Etag = entry.Etag });
        var stale = await FaultAsync(() => Registers.MoveEntryAsync(new MoveEntryRequest { Name = entry.Name, State = RegisterState.AnnualPlan, Date = July, Document = "3号", Etag = entry.Etag }).ResponseAsync);
        var wrong = await FaultAsync(() => Registers.MoveEntryAsync(new MoveEntryRequest { Name = entry.Name, State = RegisterState.Done, Date = June }).ResponseAsync);

        Assert.Equal([RegisterState.Candidate, RegisterState.InLibrary], moved.History.Select(step => step.State));
        Assert.Equal(StatusCode.Aborted, stale.StatusCode);
        Assert.Equal(StatusCode.FailedPrecondition, wrong.StatusCode);
        Assert.Equal(["transition", "document", "date"], wrong.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(violation => violation.Field));
    }

    [Fact]
    public async Task What_a_project_demolishes_is_recorded_building_by_building()
    {
        var area = await AreaAsync("demolished", 2);
        var plan = await service.ProposedAsync("judged");
        var project = await Registers.CreateEntryAsync(new CreateEntryRequest
        {
            Parent = Register, EntryId = "demolished-1", Area = area.Name, Parcels = { area.Parcels }, Category = "old_residential", Date = June, Document = "4号", FiscalCoefficient = 0.8,
        });
        var building = plan.Areas[2].Dispositions[0].Building;
        var recorded = await Registers.RecordDemolitionAsync(new RecordDemolitionRequest { Name = project.Name, ElectiveBuildings = { building }, Date = July, Document = "5号" });
        var foreign = await FaultAsync(() => Registers.RecordDemolitionAsync(new RecordDemolitionRequest { Name = project.Name, ExemptBuildings = { "no-such-building" }, Date = July, Document = "6号" }).ResponseAsync);
        var shown = await Registers.GetEntryAsync(new GetEntryRequest { Name = area.Name });
        var factors = await Registers.ListFundingFactorsAsync(new ListFundingFactorsRequest { Parent = Register });

        Assert.Equal(building, Assert.Single(recorded.Demolitions).Building);
        Assert.Equal(StatusCode.FailedPrecondition, foreign.StatusCode);
        Assert.Equal(["demolished-1"], Assert.Single(shown.CumulativeDemolition.Buildings, one => one.Building == building).By);
        var own = Assert.Single(factors.Factors, one => one.Entry == project.Name);
        Assert.Equal(0.8, own.FiscalCoefficient);
        Assert.Contains("测算因子,非补助额", own.Label, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sums_of_every_level_are_the_same_and_every_entry_is_listed_once()
    {
        await AreaAsync("summed", 3);
        var sums = new List<SummarizeRegisterResponse>();
        foreach (var level in new[] { RegisterLevel.Community, RegisterLevel.Street, RegisterLevel.District, RegisterLevel.City })
        {
            sums.Add(await Registers.SummarizeRegisterAsync(new SummarizeRegisterRequest { Name = Register, Level = level, PageSize = 1000 }));
        }

        var names = new List<string>();
        var request = new ListEntriesRequest { Parent = Register, PageSize = 1 };
        do
        {
            var page = await Registers.ListEntriesAsync(request);
            names.AddRange(page.Entries.Select(entry => entry.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        var areas = sums.Select(sum => sum.Sums.Where(row => row.Kind == RegisterKind.Area).ToList()).ToList();
        Assert.All(areas, rows => Assert.Equal(areas[3].Sum(row => row.LandM2), rows.Sum(row => row.LandM2), 3));
        Assert.All(areas, rows => Assert.Equal(areas[3].Sum(row => row.Buildings), rows.Sum(row => row.Buildings)));
        Assert.Equal(names.Distinct(), names);
        Assert.Contains($"{Register}/entries/summed", names);
    }

    [Fact]
    public async Task A_check_registers_nothing_everything_wrong_is_told_and_json_says_the_same()
    {
        var plan = await service.ProposedAsync("judged");
        var request = new CreateEntryRequest { Parent = Register, EntryId = "never", Parcels = { plan.Areas[0].Parcels }, Date = June, Document = "7号", ValidateOnly = true };
        var looked = await Registers.CreateEntryAsync(request);
        var wrong = await FaultAsync(() => Registers.CreateEntryAsync(new CreateEntryRequest { Parent = Register, EntryId = "a/b", Parcels = { "no-such-parcel" } }).ResponseAsync);
        var gone = await FaultAsync(() => Registers.GetEntryAsync(new GetEntryRequest { Name = $"{Register}/entries/never" }).ResponseAsync);
        using var http = new HttpClient { BaseAddress = service.Json };
        var answer = await http.PostAsJsonAsync($"v1/{Register}/entries", new
        {
            entryId = "never", parcels = plan.Areas[0].Parcels, date = new { year = 2026, month = 6, day = 30 }, document = "7号", validateOnly = true,
        });

        Assert.Equal(StatusCode.NotFound, gone.StatusCode);
        Assert.Equal(["entry_id", "date", "parcels[0]"], wrong.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(violation => violation.Field));
        Assert.Equal(looked, RegisterEntry.Parser.ParseJson((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetRawText()));
    }

    [Fact]
    public async Task Of_many_moves_that_saw_the_same_entry_one_is_made()
    {
        var entry = await AreaAsync("contested", 0);
        var ends = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                await Registers.MoveEntryAsync(new MoveEntryRequest { Name = entry.Name, State = RegisterState.InLibrary, Date = July, Document = $"{i}号", Etag = entry.Etag });
                return StatusCode.OK;
            }
            catch (RpcException fault)
            {
                return fault.StatusCode;
            }
        }));
        var now = await Registers.GetEntryAsync(new GetEntryRequest { Name = entry.Name });

        Assert.Equal(7, ends.Count(end => end == StatusCode.Aborted));
        Assert.Equal(1, ends.Count(end => end == StatusCode.OK));
        Assert.Equal(2, now.History.Count);
    }

    private static async Task<RpcException> FaultAsync(Func<Task> call) => await Assert.ThrowsAsync<RpcException>(call);

    private async Task<RegisterEntry> AreaAsync(string id, int area)
    {
        var plan = await service.ProposedAsync("judged");
        return await Registers.CreateEntryAsync(new CreateEntryRequest { Parent = Register, EntryId = id, Parcels = { plan.Areas[area].Parcels }, Date = June, Document = "1号" });
    }
}
