//! A task list: what there is to do, and how far each part is.

use super::badge::badge;
use super::tone::Tone;
use leptos::prelude::*;

/// One part of the work.
#[derive(Clone, Debug)]
struct Task {
    label: String,
    href: Option<String>,
    tone: Tone,
    state: String,
    hint: Option<String>,
}

/// A list of tasks with their states.
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct TaskList {
    tasks: Vec<Task>,
}

impl TaskList {
    /// An empty list.
    pub fn new() -> Self {
        Self::default()
    }

    /// A task that can be opened.
    pub fn task(
        mut self,
        label: impl Into<String>,
        href: impl Into<String>,
        tone: Tone,
        state: impl Into<String>,
    ) -> Self {
        self.tasks.push(Task {
            label: label.into(),
            href: Some(href.into()),
            tone,
            state: state.into(),
            hint: None,
        });
        self
    }

    /// A task that can't be started yet; say why in its hint.
    pub fn locked(mut self, label: impl Into<String>, state: impl Into<String>) -> Self {
        self.tasks.push(Task {
            label: label.into(),
            href: None,
            tone: Tone::Neutral,
            state: state.into(),
            hint: None,
        });
        self
    }

    /// A line below the task just added.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        if let Some(task) = self.tasks.last_mut() {
            task.hint = Some(hint.into());
        }
        self
    }

    /// The list as a view.
    pub fn view(self) -> AnyView {
        let tasks: Vec<_> = self
            .tasks
            .into_iter()
            .enumerate()
            .map(|(index, task)| {
                let state_id = format!("task-{index}-state");
                let name = match task.href {
                    Some(href) => {
                        view! { <a href=href aria-describedby=state_id.clone()>{task.label}</a> }.into_any()
                    }
                    None => view! { <span class="task-locked">{task.label}</span> }.into_any(),
                };
                let hint = task.hint.map(|hint| view! { <p class="hint">{hint}</p> });
                view! {
                    <li class="task">
                        <div class="task-words">{name}{hint}</div>
                        <span id=state_id>{badge(task.tone, task.state)}</span>
                    </li>
                }
            })
            .collect();
        view! { <ul class="task-list">{tasks}</ul> }.into_any()
    }
}

part!(TaskList);
