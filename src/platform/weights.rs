//! The model's weights: a file beside the page, or packed into it where the page is one file.

use super::{document, window};
use js_sys::{Function, Promise, Reflect, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::Response;

/// Brings the weights once the page is painted, and hands them on; nothing where they can't be had.
pub fn load_weights(then: Box<dyn FnOnce(Option<Vec<u8>>)>) {
    spawn_local(async move {
        painted().await;
        then(weights().await.ok());
    });
}

/// Two frames: what the first one drew is on the screen when the second one begins.
async fn painted() {
    for _ in 0..2 {
        let frame = Promise::new(&mut |resolve, _| {
            _ = window().and_then(|window| window.request_animation_frame(&resolve).ok());
        });
        _ = JsFuture::from(frame).await;
    }
}

thread_local! {
    /// Asked for once, however many wait for them.
    static BUFFER: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

async fn weights() -> Result<Vec<u8>, JsValue> {
    let asked = BUFFER.with_borrow_mut(|buffer| {
        buffer.get_or_insert_with(|| future_to_promise(buffer_of_weights())).clone()
    });
    Ok(Uint8Array::new(&JsFuture::from(asked).await?).to_vec())
}

async fn buffer_of_weights() -> Result<JsValue, JsValue> {
    let window = window().ok_or(JsValue::NULL)?;
    let named = document().and_then(|d| d.query_selector("meta[name=weights]").ok()?);
    let buffer = match named.and_then(|meta| meta.get_attribute("content")) {
        Some(file) => {
            let response: Response = JsFuture::from(window.fetch_with_str(&file)).await?.dyn_into()?;
            if !response.ok() {
                return Err(response.into());
            }
            response.array_buffer()?
        }
        None => {
            let unpack: Function = Reflect::get(&window, &"readoutWeights".into())?.dyn_into()?;
            unpack.call0(&window)?.dyn_into()?
        }
    };
    JsFuture::from(buffer).await
}
