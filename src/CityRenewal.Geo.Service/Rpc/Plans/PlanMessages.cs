using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using Google.Protobuf;

namespace CityRenewal.Geo.Service.Rpc.Plans;

/// <summary>Turns a measured plan into its message.</summary>
internal static class PlanMessages
{
    public static V1.Plan ToMessage(MeasuredPlan measured, City city)
    {
        var plan = measured.Plan;
        var message = new V1.Plan
        {
            Objective = plan.Objective,
            Bound = plan.Bound,
            Lambda = plan.Options.Lambda,
            Seed = plan.Options.Seed,
            DataVersion = plan.DataVersion,
            ChosenShare = measured.ChosenShare,
            Disclaimer = MeasuredPlan.Disclaimer,
            ObligatoryBenefit = plan.ObligatoryBenefit,
            BoundProven = plan.IsBoundProven,
            Work = plan.Work,
            IsCutShort = plan.IsCutShort,
        };
        if (plan.ChangedLand is { } changed)
        {
            message.ChangedLandM2 = changed;
        }

        if (plan.Gap is { } gap)
        {
            message.Gap = gap;
        }

        LimitMessages.AddTo(message, plan);
        if (plan.AbsoluteGap is { } absolute)
        {
            message.AbsoluteGap = absolute;
        }

        var outlines = new OutlineWkb(city.Plane);
        message.Areas.AddRange(plan.Areas.Select((area, i) => ToMessage(area, measured.Measures[i], outlines, city)));
        if (measured.Rules is { } pack)
        {
            message.RulePack = RulePackMessages.ToMessage(pack);
            message.Findings.AddRange(measured.Findings.Select(finding => FindingMessages.ToMessage(finding, pack, city)));
        }

        for (var i = 0; i < measured.Profiles.Count; i++)
        {
            ProfileMessages.AddTo(message.Areas[i], measured.Profiles[i]);
        }

        message.Notes.AddRange(plan.Notes.Select(note => new V1.PlanNote
        {
            Code = note.Code,
            Text = note.Text,
            TextChinese = note.TextChinese,
        }));
        return message;
    }

    private static V1.RenewalArea ToMessage(
        RenewalArea area, AreaMeasures measures, OutlineWkb outlines, City city)
    {
        var message = new V1.RenewalArea
        {
            Id = area.Id,
            PlanningUnit = area.Unit < 0 ? "" : city.Layer(LayerNames.PlanningUnits).Ids[area.Unit],
            GrossAreaM2 = area.GrossArea,
            NetAreaM2 = area.NetArea,
            PerimeterM = area.Perimeter,
            NeedKnownShare = area.NeedKnownShare,
            Benefit = area.Benefit,
            OutlineWkb = ByteString.CopyFrom(outlines.Of(area.Outline)),
            EpsgCode = outlines.Epsg,
        };
        if (area.Need is { } need)
        {
            message.Need = need;
        }

        message.Projects.AddRange(area.Projects);
        message.Parcels.AddRange(area.Parcels.Select(parcel => city.Parcels.Ids[parcel]).Order(StringComparer.Ordinal));
        message.Measures.AddRange(measures.All.Select(measure => MeasureMessages.ToMessage(measure.Name.Wire, measure.Value)));
        message.Dispositions.AddRange(area.Dispositions
            .Select(item => new V1.BuildingDisposition
            {
                Building = city.Buildings.Ids[item.Building],
                Disposition = (V1.Disposition)((int)item.Disposition + 1),
                DemolitionKind = (V1.DemolitionKind)(int)item.Demolition,
                Reason = item.Reason,
            })
            .OrderBy(item => item.Building, StringComparer.Ordinal));
        return message;
    }
}
