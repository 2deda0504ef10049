//! The project's commands, and its only scripts: `cargo xtask` lists them.
#![forbid(unsafe_code)]

mod assemble;
mod bench;
mod compression;
mod deny;
mod dist;
mod fuzz;
mod hosting;
mod inventory;
mod mutants;
mod process;
mod project;
mod releases;
mod reproduce;
mod serve;
mod size;
mod test;
mod tools;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use lexopt::prelude::*;

use crate::project::Project;

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  serve [--listen ADDRESS] [--database FILE] [--records NUMBER]
                      builds what is missing and opens the console with the sandbox behind it,
                      which with --records has a project `large` with NUMBER credentials
  serve --connect NAME=URL [--connect NAME=URL ...] [--listen ADDRESS]
                      the same with real systems behind it and no sandbox: NAME is apinizer, thousandeyes,
                      thousandeyes-v6 or zstack, or begins with one of them and a dash
  test                runs every check there is
  prepare             installs what the browser tests need and builds the page, which `test` does by itself
  access              looks at every state of the console in every language, theme and width
  dist [OPTIONS]      writes the deployable folder dist/, and with --config deploy/ for the servers in front of it:
      --config FILE             the configuration that both are for, which becomes config.json
      --path /PATH/             the folder of the host, if the console has not the whole host for itself
      --upstream ID=URL         where a proxy passes on what the connection ID asks for
      --keep FOLDER             the release that is live: its assets stay for another 30 days
  configure FOLDER [OPTIONS]
                      does the same with a folder that was built before, deploy/ beside it
  headers ADDRESS     looks at every header of a console that is deployed there
  size                shows the size of every shipped file and checks the budget
  bench [--rounds NUMBER] [--check] [form | list]
                      measures the first form on mobile networks and a list of 10,000 credentials beside
                      peers made with React and by hand; with --check it fails if a gate is missed
  mutants [--shard K/N]
                      breaks requests, outcomes, repeats and merging in hundreds of small ways, and fails if the
                      tests of the core miss too many; with --shard the K-th of N parts, counted from 0
  fuzz [--seconds NUMBER] [TARGET]
                      looks for inputs that break a target of fuzz/, 60 seconds for each or as
                      many as said; needs a nightly tool-chain
  reproduce           builds the last commit twice, in two folders, and compares what comes out byte by byte
  deny [--without-advisories]
                      holds the packages of others against the policy in deny.toml
  assemble            the last step of a Trunk build: joins, hashes and checks its output
";

fn main() -> ExitCode {
    match run(lexopt::Parser::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: lexopt::Parser) -> Result<()> {
    let Some(Value(command)) = arguments.next()? else {
        bail!("a command is missing\n\n{USAGE}");
    };
    let project = Project::discover()?;
    match command.string()?.as_str() {
        "serve" => serve::serve(&project, &serve_options(arguments)?),
        "test" => no_options(arguments).and_then(|()| test::test(&project)),
        "prepare" => no_options(arguments).and_then(|()| test::prepare(&project)),
        "access" => no_options(arguments).and_then(|()| test::access(&project)),
        "dist" => dist::dist(&project, &dist_options(arguments)?),
        "configure" => configure(arguments),
        "headers" => headers(&project, arguments),
        "size" => no_options(arguments).and_then(|()| size::size(&project)),
        "bench" => bench::bench(&project, &bench_options(arguments)?),
        "mutants" => mutants::mutants(&project, shard(arguments)?),
        "fuzz" => fuzz::fuzz(&project, &fuzz_options(arguments)?),
        "reproduce" => no_options(arguments).and_then(|()| reproduce::reproduce(&project)),
        "deny" => deny::deny(&project, &deny_options(arguments)?),
        "assemble" => no_options(arguments).and_then(|()| assemble::assemble(&project)),
        unknown => bail!("there is no command `{unknown}`\n\n{USAGE}"),
    }
}

fn serve_options(mut arguments: lexopt::Parser) -> Result<serve::Options> {
    let mut options = serve::Options::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("listen") => options.listen = arguments.value()?.string()?,
            Long("database") => options.database = Some(arguments.value()?.into()),
            Long("records") => options.records = arguments.value()?.parse()?,
            Long("connect") => options.connections.push(arguments.value()?.string()?),
            unknown => return Err(unknown.unexpected().into()),
        }
    }
    Ok(options)
}

fn bench_options(mut arguments: lexopt::Parser) -> Result<bench::Options> {
    let mut options = bench::Options::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("rounds") => options.rounds = arguments.value()?.parse()?,
            Long("check") => options.check = true,
            Value(subject) if options.subject.is_none() => options.subject = Some(subject.parse()?),
            unknown => return Err(unknown.unexpected().into()),
        }
    }
    Ok(options)
}

fn shard(mut arguments: lexopt::Parser) -> Result<mutants::Shard> {
    let mut shard = mutants::Shard::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("shard") => shard = arguments.value()?.parse()?,
            unknown => return Err(unknown.unexpected().into()),
        }
    }
    Ok(shard)
}

fn fuzz_options(mut arguments: lexopt::Parser) -> Result<fuzz::Options> {
    let mut options = fuzz::Options::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("seconds") => options.seconds = arguments.value()?.parse()?,
            Value(target) if options.target.is_none() => options.target = Some(target.string()?),
            unknown => return Err(unknown.unexpected().into()),
        }
    }
    Ok(options)
}

fn deny_options(mut arguments: lexopt::Parser) -> Result<deny::Options> {
    let mut options = deny::Options::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("without-advisories") => options.is_without_advisories = true,
            unknown => return Err(unknown.unexpected().into()),
        }
    }
    Ok(options)
}

fn dist_options(mut arguments: lexopt::Parser) -> Result<dist::Options> {
    let mut options = dist::Options::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("config") => options.configuration = Some(arguments.value()?.into()),
            Long("path") => options.hosting.path = arguments.value()?.string()?.parse()?,
            Long("upstream") => options.hosting.upstreams.push(upstream(&arguments.value()?.string()?)?),
            Long("keep") => options.keep = Some(arguments.value()?.into()),
            unknown => return Err(unknown.unexpected().into()),
        }
    }
    Ok(options)
}

fn upstream(text: &str) -> Result<(String, hosting::Upstream)> {
    let (connection, address) = text.split_once('=').context("--upstream is CONNECTION=URL")?;
    Ok((connection.to_owned(), address.parse()?))
}

fn configure(mut arguments: lexopt::Parser) -> Result<()> {
    let Some(Value(folder)) = arguments.next()? else {
        bail!("configure needs a folder that `cargo xtask dist` has written\n\n{USAGE}");
    };
    dist::configure(&PathBuf::from(folder), &dist_options(arguments)?)
}

fn headers(project: &Project, mut arguments: lexopt::Parser) -> Result<()> {
    let Some(Value(address)) = arguments.next()? else {
        bail!("headers needs the address of a console\n\n{USAGE}");
    };
    no_options(arguments).and_then(|()| test::headers(project, &address.string()?))
}

fn no_options(mut arguments: lexopt::Parser) -> Result<()> {
    arguments.next()?.map_or(Ok(()), |unknown| Err(unknown.unexpected().into()))
}
