using CityRenewal.Geo.Service.V1;
using Google.LongRunning;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace CityRenewal.Geo.Service.Tests.Contract;

/// <summary>A request for each call, with what has to be there for it: named by a tag, so that two of them do not meet.</summary>
internal sealed class CallExamples(RunningService service)
{
    private const string City = "cities/sample";
    private const string Register = City + "/register";

    private static Google.Type.Date Day => new() { Year = 2026, Month = 11, Day = 26 };

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
        "ListCalls" => new ListCallsRequest { PageSize = 2 },
        "ListOperations" => new ListOperationsRequest { Name = "operations", PageSize = 1 },
        "GetOperation" => new GetOperationRequest { Name = await OperationAsync("getop", tag) },
        "WaitOperation" => new WaitOperationRequest { Name = await OperationAsync("waitop", tag) },
        "CancelOperation" => new CancelOperationRequest { Name = await OperationAsync("cancelop", tag) },
        "DeleteOperation" => new DeleteOperationRequest { Name = await OperationAsync("deleteop", tag) },
        "WatchRun" => new WatchRunRequest { Name = await OperationAsync("watchop", tag) },
        "CreateOpinion" => new CreateOpinionRequest { Parent = await PlanAsync("opine", tag), Area = "甲", Rule = "demolition-ratio", Text = "请核实", Reason = "存疑" },
        "AnswerOpinion" => new AnswerOpinionRequest { Name = await OpinionAsync("answer", tag), Text = "已核实" },
        "CorrectOpinion" => new CorrectOpinionRequest { Name = await OpinionAsync("correct", tag), Text = "请再核实", Reason = "笔误" },
        "GetOpinion" => new GetOpinionRequest { Name = await OpinionAsync("said", tag) },
        "ListOpinions" => new ListOpinionsRequest { Parent = (await OpinionAsync("record", tag)).Replace("/opinions/1", "", StringComparison.Ordinal) },
        "ListEntries" => new ListEntriesRequest { Parent = Register, PageSize = 1 },
        "GetEntry" => new GetEntryRequest { Name = await EntryAsync("gete", tag) },
        "CreateEntry" => await NewEntryAsync("newe", tag),
        "MoveEntry" => new MoveEntryRequest { Name = await EntryAsync("move", tag), State = RegisterState.InLibrary, Date = Day, Document = "2号" },
        "RecordDemolition" => new RecordDemolitionRequest { Name = await EntryAsync("gone", tag), Nothing = true, Date = Day, Document = "3号" },
        "SummarizeRegister" => new SummarizeRegisterRequest { Name = Register, Level = RegisterLevel.District },
        "ListFundingFactors" => new ListFundingFactorsRequest { Parent = Register },
        "ReviewPlan" => new ReviewPlanRequest { Name = (await service.ProposedAsync("judged")).Name },
        "ComparePlans" => new ComparePlansRequest { Parent = City, OldPlan = (await service.ProposedAsync("judged")).Name, NewPlan = (await service.ProposedAsync("sealed")).Name },
        "RepairPlan" => new RepairPlanRequest { Name = (await service.ProposedAsync("judged")).Name, ValidateOnly = true },
        "DrawEnsemble" => new DrawEnsembleRequest { Parent = City, Plans = 40, ValidateOnly = true },
        "WriteReport" => new WriteReportRequest { Name = (await service.ProposedAsync("sealed")).Name, Report = new ReportOptions { Form = ReportForm.Html } },
        "DownloadReport" => new DownloadReportRequest { Name = (await service.ProposedAsync("sealed")).Name, Report = new ReportOptions { Form = ReportForm.Html } },
        "WriteDossier" => new WriteDossierRequest { Name = (await service.ProposedAsync("sealed")).Name },
        "DownloadDossier" => new DownloadDossierRequest { Name = (await service.ProposedAsync("sealed")).Name },
        "VerifyDossier" => await DossierAsync(),
        var other => throw Xunit.Sdk.FailException.ForFailure($"{other} has no example here: add one, so that its two forms are compared."),
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

    private async Task<string> OpinionAsync(string what, string tag)
    {
        var request = new CreateOpinionRequest { Parent = await PlanAsync(what, tag), Area = "甲", Rule = "demolition-ratio", Text = "请核实", Reason = "存疑" };
        return (await new V1.Opinions.OpinionsClient(service.Channel).CreateOpinionAsync(request)).Name;
    }

    private async Task<CreateEntryRequest> NewEntryAsync(string what, string tag) => new()
    {
        Parent = Register, EntryId = $"{what}-{tag}", Title = "片区", Parcels = { (await AreaAsync()).Parcels }, Date = Day, Document = "1号",
    };

    private async Task<string> EntryAsync(string what, string tag) =>
        (await new V1.Registers.RegistersClient(service.Channel).CreateEntryAsync(await NewEntryAsync(what, tag))).Name;

    private async Task<VerifyDossierRequest> DossierAsync()
    {
        var plan = await service.ProposedAsync("sealed");
        var file = await new V1.Dossiers.DossiersClient(service.Channel).WriteDossierAsync(new WriteDossierRequest { Name = plan.Name });
        return new VerifyDossierRequest { Parent = City, Dossier = file.Data };
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
