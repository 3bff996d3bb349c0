using System.CommandLine;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands.Registers;

/// <summary>`renewal register add`: a new candidate, area or project.</summary>
internal static class RegisterAddCommand
{
    public static Command Create()
    {
        var (city, id) = (RegisterOptions.City(), RegisterOptions.Id("Id of the new entry."));
        var of = new Option<string?>("--of") { Description = "Area that a project is part of; without it the entry is an area." };
        Option<string> name = Text("--name", "Name 名称."), category = Text("--category", "Category as the rule packs write it: old_residential 老旧小区, ….");
        Option<string> phase = Text("--phase", "Phase 分期.");
        var coefficient = new Option<double?>("--fiscal-coefficient") { Description = "Fiscal coefficient 财政系数 of the project, as the notice gives it." };
        var (date, document) = (RegisterOptions.Date(), RegisterOptions.Document());
        var baseline = RegisterOptions.Date("--baseline", "Date at which the floor area of an area is frozen 基准日; default is --date.", isRequired: false);
        var version = Options.Whole("--baseline-version", "Version of the city whose buildings stood at the baseline (renewal history); default is the present one.", 1, 1_000_000);
        var land = new GivenLand();
        var command = new Command("add", "Registers an area (with its frozen baseline) or a project as candidate.") { city, id, of, name, category, phase, coefficient, date, document, baseline, version };
        land.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            var path = parsed.GetValue(city)!;
            using var progress = StageLine.OnStandardError();
            var work = new CityWork(CityFile.Open(path, progress: progress, cancel: cancel).City);
            var rows = land.ParcelsIn(parsed, work, progress, cancel);
            var facts = work.Facts(progress, cancel);
            var entry = new RegisterEntry
            {
                Id = parsed.GetValue(id)!,
                Kind = parsed.GetValue(of) is null ? RegisterKind.Area : RegisterKind.Project,
                Area = parsed.GetValue(of) ?? parsed.GetValue(id)!,
                Name = parsed.GetValue(name)!,
                Category = parsed.GetValue(category)!,
                Phase = parsed.GetValue(phase)!,
                FiscalCoefficient = parsed.GetValue(coefficient),
                Parcels = BaselineFreezing.Parcels(work.City, facts, rows),
                History = [new RegisterStep(RegisterState.Candidate, parsed.GetValue(date)!.Value, parsed.GetValue(document)!)],
            };
            if (land.PlanIn(parsed) is { } plan)
            {
                entry = entry with { HasDisposition = true, Claims = new GivenDemolition(plan, [], []).ClaimsOn(work, RenewalRegister.Empty, entry, cancel) };
            }

            var frozen = entry.Kind == RegisterKind.Area
                ? FrozenBaseline.Of(path, work, rows, (entry.Id, parsed.GetValue(baseline) ?? parsed.GetValue(date)!.Value, parsed.GetValue(version)), cancel)
                : null;
            RegisterFile.Add(path, entry, frozen);
            progress.Dispose();
            RegisterTable.PrintEntries([RegisterFile.Read(path).Find(entry.Id)!]);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Option<string> Text(string name, string description) => new(name) { Description = description, DefaultValueFactory = _ => "" };
}
