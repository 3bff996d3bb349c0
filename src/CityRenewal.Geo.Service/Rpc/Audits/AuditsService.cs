using CityRenewal.Geo.Service.Access;
using CityRenewal.Geo.Stores.Offices;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc.Audits;

/// <summary>Shows the record of calls.</summary>
internal sealed class AuditsService(IOfficeStore office, Confinement confinement) : V1.Audits.AuditsBase
{
    private const string List = "calls";

    // How many calls may have come between two pages; who is slower begins again.
    private const int Between = 10_000;

    public override Task<V1.ListCallsResponse> ListCalls(V1.ListCallsRequest request, ServerCallContext context)
    {
        var (size, after) = Paging.Of(request.PageSize, request.PageToken, List);
        var place = CallPlace.Read(after);
        var caller = Caller.Of(context);
        var calls = office.Records.Calls(place.Told + size + 1 + (place.Told > 0 ? Between : 0));
        var begin = place.FindIn(calls);
        var page = calls.Skip(begin).Take(size).ToList();
        var answer = new V1.ListCallsResponse();
        answer.Calls.AddRange(page.Where(call => MaySee(caller, call)).Select(ToMessage));
        if (calls.Count > begin + page.Count && page.Count > 0)
        {
            answer.NextPageToken = Paging.Token(List, CallPlace.After(begin + page.Count, page[^1]).Write());
        }

        return Task.FromResult(answer);
    }

    private bool MaySee(Caller caller, AuditRecord call) =>
        caller.Districts.Count == 0 || call.Caller == caller.Name || (confinement.CityOf(call.Resource) is { } city && caller.MayTouch(city));

    private static V1.Call ToMessage(AuditRecord call) => new()
    {
        Time = Timestamp.FromDateTimeOffset(call.Time),
        Caller = call.Caller,
        Role = call.Role,
        Method = call.Method,
        Resource = call.Resource,
        Status = call.Status,
    };
}
