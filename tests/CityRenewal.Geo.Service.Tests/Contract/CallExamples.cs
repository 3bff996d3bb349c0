using CityRenewal.Geo.Service.V1;
using Google.LongRunning;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace CityRenewal.Geo.Service.Tests.Contract;

/// <summary>A request for each call, with what has to be there for it: named by a tag, so that two of them do not meet.</summary>
internal sealed class CallExamples(RunningService service)
{
    private const string City = "cities/sample";

    /// <summary>The request of a call.</summary>
    public async Task<IMessage> OfAsync(string call, string tag) => call.Split('.')[^1] switch
    {
        "MeasureOutlines" => new MeasureOutlinesRequest { EpsgCode = 4545, Outlines = { Square() } },
        "ListRulePacks" => new ListRulePacksRequest(),
        "GetRulePack" => new GetRulePackRequest { Name = "rulePacks/chongqing-2025" },
        "CheckRulePack" => new CheckRulePackRequest { Yaml = "id: x\nrules: 7\n" },
        "ReviewAreas" => await ReviewAsync(),
        "ExplainPlan" => await ExplainAsync(),
        "WatchProposal" => new WatchProposalRequest { City = City, Options = new ProposalOptions { Seed = 11 } },
        "ProposePlans" => new ProposePlansRequest { Parent = City, PlanId = $"agree-{tag}", ValidateOnly = true },
        "CreatePlan" => new CreatePlanRequest { Parent = City, PlanId = $"made-{tag}", Title = "甲", RulePack = "rulePacks/chongqing-2025", Areas = { await AreaAsync() } },
        "GetPlan" => new GetPlanRequest { Name = await PlanAsync("get", tag) },
        "ListPlans" => new ListPlansRequest { Parent = City, PageSize = 1 },
        "UpdatePlan" => new UpdatePlanRequest { Plan = new Plan { Name = await PlanAsync("update", tag), Title = "乙" }, UpdateMask = new FieldMask { Paths = { "title" } } },
        "DeletePlan" => new DeletePlanRequest { Name = await PlanAsync("delete", tag) },
        "SubmitPlan" => new SubmitPlanRequest { Name = await PlanAsync("submit", tag) },
        "CloseReview" => new CloseReviewRequest { Name = await SubmittedAsync("close", tag) },
        "ReturnPlan" => new ReturnPlanRequest { Name = await SubmittedAsync("return", tag) },
        "RefreshPlan" => new RefreshPlanRequest { Name = await PlanAsync("refresh", tag), PlanId = $"fresh-{tag}" },
        "ListAreas" => new ListAreasRequest { Parent = await PlanAsync("areas", tag) },
        "GetArea" => new GetAreaRequest { Name = $"{await PlanAsync("area", tag)}/areas/甲" },
        "ExportPlan" => new ExportPlanRequest { Name = await PlanAsync("export", tag) },
        "ListCities" => new ListCitiesRequest { PageSize = 1 },
        "GetCity" => new GetCityRequest { Name = City },
        "DeleteCity" => new DeleteCityRequest { Name = await CityAsync(tag) },
        "ListLayerVersions" => new ListLayerVersionsRequest { Parent = City },
        "ReadFeatures" => new ReadFeaturesRequest { Name = $"{City}/layers/planning_units", Columns = { "zone_id" } },
        "ImportLayers" => await ImportAsync($"brought-{tag}"),
        "CheckCity" => new CheckCityRequest { Name = City, MostDefects = 5 },
        "WatchCity" => new WatchCityRequest { Name = await CityAsync("w" + tag) },
        "CreateEditSession" => new CreateEditSessionRequest { Parent = City, Plan = await PlanAsync("session", tag) },
        "GetEditSession" => new GetEditSessionRequest { Name = await SessionAsync("gets", tag) },
        "ListEditSessions" => new ListEditSessionsRequest { Parent = await CityAsync("l" + tag) },
        "ApplyEdit" => new ApplyEditRequest { Name = await SessionAsync("apply", tag), Dissolve = new DissolveAreaEdit { Area = "甲" } },
        "UndoEdit" => new UndoEditRequest { Name = await DissolvedAsync("undo", tag) },
        "RedoEdit" => new RedoEditRequest { Name = await UndoneAsync("redo", tag) },
        "SaveEditSession" => new SaveEditSessionRequest { Name = await SessionAsync("save", tag), PlanId = $"saved-{tag}" },
        "DeleteEditSession" => new DeleteEditSessionRequest { Name = await SessionAsync("drop", tag) },
        "ListOperations" => new ListOperationsRequest { Name = "operations", PageSize = 1 },
        "GetOperation" => new GetOperationRequest { Name = await OperationAsync("getop", tag) },
        "WaitOperation" => new WaitOperationRequest { Name = await OperationAsync("waitop", tag) },
        "CancelOperation" => new CancelOperationRequest { Name = await OperationAsync("cancelop", tag) },
        "DeleteOperation" => new DeleteOperationRequest { Name = await OperationAsync("deleteop", tag) },
        "WatchRun" => new WatchRunRequest { Name = await OperationAsync("watchop", tag) },
        var other => throw new NotImplementedException($"{other} has no example here: add one, so that its two forms are compared."),
    };

    private static Outline Square() => new()
    {
        Id = "正方形", Wkb = ByteString.CopyFrom(new NetTopologySuite.IO.WKTReader().Read("POLYGON((500000 3290000,500100 3290000,500100 3290100,500000 3290100,500000 3290000))").AsBinary()),
    };

    private async Task<DrawnArea> AreaAsync() => new() { Id = "甲", Parcels = { (await service.ProposedAreaAsync()).Parcels } };

    private async Task<string> PlanAsync(string what, string tag)
    {
        var request = new CreatePlanRequest { Parent = City, PlanId = $"{what}-{tag}", Title = "甲", RulePack = "rulePacks/chongqing-2025", Areas = { await AreaAsync() } };
        return (await service.Plans.CreatePlanAsync(request)).Name;
    }

    private async Task<string> SubmittedAsync(string what, string tag) =>
        (await service.Plans.SubmitPlanAsync(new SubmitPlanRequest { Name = await PlanAsync(what, tag) })).Name;

    private async Task<string> SessionAsync(string what, string tag) =>
        (await service.Edits.CreateEditSessionAsync(new CreateEditSessionRequest { Parent = City, Plan = await PlanAsync(what, tag) })).Name;

    private async Task<string> DissolvedAsync(string what, string tag)
    {
        var name = await SessionAsync(what, tag);
        await service.Edits.ApplyEditAsync(new ApplyEditRequest { Name = name, Dissolve = new DissolveAreaEdit { Area = "甲" } });
        return name;
    }

    private async Task<string> UndoneAsync(string what, string tag)
    {
        var name = await DissolvedAsync(what, tag);
        await service.Edits.UndoEditAsync(new UndoEditRequest { Name = name });
        return name;
    }

    private async Task<string> OperationAsync(string what, string tag)
    {
        var begun = await service.Plans.ProposePlansAsync(new ProposePlansRequest { Parent = City, PlanId = $"{what}-{tag}" });
        return (await service.Operations.WaitOperationAsync(new WaitOperationRequest { Name = begun.Name, Timeout = Duration.FromTimeSpan(TimeSpan.FromMinutes(2)) })).Name;
    }

    private async Task<ImportLayersRequest> ImportAsync(string id) => new()
    {
        Header = new ImportHeader { City = $"cities/{id}", Title = "城", BaselineYear = 2026 },
        Files = { new FilePiece { Name = "sample.gpkg", Data = ByteString.CopyFrom(await File.ReadAllBytesAsync(service.CityPath)) } },
    };

    private async Task<string> CityAsync(string tag) => (await service.Cities.ImportLayersAsync(await ImportAsync($"city-{tag}"))).City.Name;

    private async Task<ReviewAreasRequest> ReviewAsync()
    {
        var area = await service.ProposedAreaAsync();
        return new ReviewAreasRequest
        {
            City = City, RulePack = "rulePacks/chongqing-2025", EpsgCode = area.EpsgCode, Outlines = { new Outline { Id = "甲", Wkb = area.OutlineWkb } },
        };
    }

    private async Task<ExplainPlanRequest> ExplainAsync()
    {
        var area = await AreaAsync();
        return new ExplainPlanRequest { City = City, Areas = { new AreaMembers { Id = area.Id, Parcels = { area.Parcels } } }, Parcels = { area.Parcels[0] } };
    }
}
