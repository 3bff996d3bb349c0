using System.Globalization;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Stores.Offices;
using Google.Protobuf.WellKnownTypes;

namespace CityRenewal.Geo.Service.Rpc.Plans;

/// <summary>What the office knows of a plan, on its message.</summary>
internal static class PlanHeads
{
    /// <summary>Puts it there.</summary>
    public static V1.Plan Put(V1.Plan message, IOfficeCity city, OfficePlan plan) => Put(message, city.Id, plan, city.ReadLayersVersion());

    /// <summary>The same for many plans of one city: the present version of its layers is asked for once.</summary>
    public static V1.Plan Put(V1.Plan message, string city, OfficePlan plan, string layersVersion)
    {
        message.Name = NameOf(city, plan.Id);
        message.Title = plan.Title;
        message.State = (V1.PlanState)((int)plan.State + 1);
        message.Etag = EtagOf(plan);
        message.Author = plan.Author;
        message.CreateTime = Timestamp.FromDateTimeOffset(plan.Created);
        message.UpdateTime = Timestamp.FromDateTimeOffset(plan.Changed);
        message.From = plan.From.Length > 0 ? NameOf(city, plan.From) : "";
        message.AreaCount = plan.Areas;
        message.OpenFindings = plan.OpenFindings;
        message.RulePackId = plan.RulePack;
        message.DataVersion = plan.DataVersion;
        message.Disclaimer = MeasuredPlan.Disclaimer;
        message.IsStale = plan.LayersVersion != layersVersion;
        return message;
    }

    /// <summary>The name of a plan.</summary>
    public static string NameOf(string city, string plan) => $"cities/{city}/plans/{plan}";

    /// <summary>The etag of a plan as it is now.</summary>
    public static string EtagOf(OfficePlan plan) => string.Create(CultureInfo.InvariantCulture, $"\"{plan.Revision}\"");

    /// <summary>The revision of an etag; null where none is given.</summary>
    /// <exception cref="BadRequestException">It is none of ours.</exception>
    public static int? RevisionOf(string etag) => etag.Length == 0 ? null
        : int.TryParse(etag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision
        : throw new BadRequestException([new FieldProblem("etag", "This is no etag of a plan; give it as the plan tells it, or leave it empty.")]);
}
