using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Rpc.Plans;
using CityRenewal.Geo.Service.Runs;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc.Registers;

/// <summary>Keeps the registers of cities.</summary>
internal sealed class RegistersService(CityShelf shelf, RegisterKeeping keeping, PlanKeeping plans, Answered answered) : V1.Registers.RegistersBase
{
    public override Task<V1.ListEntriesResponse> ListEntries(V1.ListEntriesRequest request, ServerCallContext context)
    {
        var (city, register) = keeping.Read(request.Parent, "parent");
        var (state, of) = (RegisterMessages.StateOf(request.State), request.Area.Length > 0 ? RegisterNames.Ids(request.Area, "area").Entry : null);
        var entries = register.Entries.Index()
            .Where(entry => state is null || entry.Item.State == state)
            .Where(entry => request.Kind == V1.RegisterKind.Unspecified || RegisterMessages.KindOf(entry.Item.Kind) == request.Kind)
            .Where(entry => of is null || (entry.Item.Kind == RegisterKind.Project && entry.Item.Area == of));
        var answer = new V1.ListEntriesResponse();
        answer.NextPageToken = Page(entries, (request.PageSize, request.PageToken, request.Parent + "/entries"), out var page);
        answer.Entries.AddRange(page.Select(entry => RegisterMessages.ToMessage(city.Id, entry, register.BaselineOf(entry.Area))));
        return Task.FromResult(answer);
    }

    public override async Task<V1.RegisterEntry> GetEntry(V1.GetEntryRequest request, ServerCallContext context)
    {
        var (city, register, entry) = keeping.Find(request.Name);
        var ids = (await CityRequests.FindAsync(shelf, city.Id, null, context.CancellationToken)).City.Buildings.Ids;
        var standing = Enumerable.Range(0, ids.Count).Select(row => ids[row]).ToHashSet(StringComparer.Ordinal);
        var claims = register.Entries.Where(one => one.IsLive).Select(one => (one.Id, one.Claims)).ToList();
        var message = RegisterMessages.ToMessage(city.Id, entry, register.BaselineOf(entry.Area));
        message.CumulativeDemolition = DemolitionMessages.ToMessage(
            CumulativeDemolition.Of(register.BuildingsOf(entry), claims, standing.Contains), register.BaselineOf(entry.Area));
        return message;
    }

    public override async Task<V1.RegisterEntry> CreateEntry(V1.CreateEntryRequest request, ServerCallContext context)
    {
        var (city, register) = keeping.Read(request.Parent, "parent");
        var work = await CityRequests.FindAsync(shelf, city.Id, null, context.CancellationToken);
        var draft = EntryDraft.Read(request, city, work, plans, context.CancellationToken);
        if (request.ValidateOnly)
        {
            RegisterRefusedException.ThrowIfAny(RegisterChecks.OfNew(register, draft.Entry));
            return RegisterMessages.ToMessage(city.Id, draft.Entry, draft.Baseline ?? register.BaselineOf(draft.Entry.Area));
        }

        return answered.Of(request.RequestId, request, context, receipt => keeping.Add(city, draft, receipt));
    }

    public override Task<V1.RegisterEntry> MoveEntry(V1.MoveEntryRequest request, ServerCallContext context)
    {
        var problems = new List<FieldProblem>();
        var date = Dates.Of(request.Date, "date", problems);
        var state = RegisterMessages.StateOf(request.State);
        if (state is null)
        {
            var words = RegisterStates.All.Select(known => $"REGISTER_STATE_{known.Wire().ToUpperInvariant()}");
            problems.Add(new FieldProblem("state", $"Say what it becomes: {string.Join(", ", words)}."));
        }

        RegisterTexts.Check("document", request.Document, problems);
        RequireNone(problems);
        var step = new RegisterStep(state!.Value, date!.Value, request.Document);
        if (request.ValidateOnly)
        {
            var (city, register, entry) = keeping.Find(request.Name);
            RegisterRefusedException.ThrowIfAny(RegisterChecks.OfStep(entry.Id, entry.History[^1], step));
            return Task.FromResult(RegisterMessages.ToMessage(city.Id, entry with { History = [.. entry.History, step] }, register.BaselineOf(entry.Area)));
        }

        return Task.FromResult(answered.Of(request.RequestId, request, context, receipt =>
            keeping.Change(request.Name, request.Etag, (city, entry, answered) => city.MoveInRegister(entry.Id, step, answered), receipt)));
    }

    public override async Task<V1.RegisterEntry> RecordDemolition(V1.RecordDemolitionRequest request, ServerCallContext context)
    {
        var problems = new List<FieldProblem>();
        var date = Dates.Of(request.Date, "date", problems);
        var recorded = RecordedDemolition.Read(request, problems);
        RegisterTexts.Check("document", request.Document, problems);
        RequireNone(problems);
        var (city, register, entry) = keeping.Find(request.Name);
        var work = await CityRequests.FindAsync(shelf, city.Id, null, context.CancellationToken);
        var claims = recorded.ClaimsOn(entry, register, work, plans, context.CancellationToken);
        if (request.ValidateOnly)
        {
            return RegisterMessages.ToMessage(city.Id, entry with { HasDisposition = true, Claims = claims }, register.BaselineOf(entry.Area));
        }

        return answered.Of(request.RequestId, request, context, receipt => keeping.Change(
            request.Name, request.Etag, (of, known, answer) => of.RecordDemolition(known.Id, claims, (date!.Value, request.Document), answer), receipt));
    }

    public override async Task<V1.SummarizeRegisterResponse> SummarizeRegister(V1.SummarizeRegisterRequest request, ServerCallContext context)
    {
        if (request.Level == V1.RegisterLevel.Unspecified || !Enum.IsDefined(request.Level))
        {
            throw new BadRequestException([new FieldProblem("level", "Say by which units to sum: REGISTER_LEVEL_COMMUNITY, _STREET, _DISTRICT or _CITY.")]);
        }

        var (city, register) = keeping.Read(request.Name, "name");
        var units = (await CityRequests.FindAsync(shelf, city.Id, null, context.CancellationToken)).City.Layer(LayerNames.AdministrativeUnits);
        var titles = Enumerable.Range(0, units.Count).DistinctBy(row => units.Ids[row])
            .ToDictionary(row => units.Ids[row], row => units.Names[row] ?? "", StringComparer.Ordinal);
        var rows = RegisterRollUp.Of(register, (RollUpLevel)((int)request.Level - 1));
        var answer = new V1.SummarizeRegisterResponse();
        answer.NextPageToken = Page(rows.Index(), (request.PageSize, request.PageToken, $"{request.Name}/sums/{request.Level}"), out var page);
        answer.Sums.AddRange(page.Select(row => RegisterMessages.ToMessage(row, titles.GetValueOrDefault(row.Unit, ""))));
        return answer;
    }

    public override Task<V1.ListFundingFactorsResponse> ListFundingFactors(V1.ListFundingFactorsRequest request, ServerCallContext context)
    {
        var (city, register) = keeping.Read(request.Parent, "parent");
        var places = register.Entries.Index().ToDictionary(entry => entry.Item.Id, entry => entry.Index, StringComparer.Ordinal);
        var answer = new V1.ListFundingFactorsResponse { Label = FundingFactors.Label };
        var factors = FundingFactors.Of(register).Select(one => (At: places[one.Project.Id], one));
        answer.NextPageToken = Page(factors, (request.PageSize, request.PageToken, request.Parent + "/fundingFactors"), out var page);
        answer.Factors.AddRange(page.Select(one => RegisterMessages.ToMessage(city.Id, one)));
        return Task.FromResult(answer);
    }

    // A register is only added to, so the place in its order is a key that holds whatever becomes of the entries.
    private static string Page<T>(IEnumerable<(int At, T Row)> rows, (int Size, string Token, string Of) asked, out IEnumerable<T> page)
    {
        var (size, after) = Paging.Of(asked.Size, asked.Token, asked.Of);
        var start = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var rest = rows.Where(row => row.At >= start).Take(size + 1).ToList();
        page = rest.Take(size).Select(row => row.Row);
        return rest.Count > size ? Paging.Token(asked.Of, rest[size].At.ToString(CultureInfo.InvariantCulture)) : "";
    }

    private static void RequireNone(List<FieldProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new BadRequestException(problems);
        }
    }
}
